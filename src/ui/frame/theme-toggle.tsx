/** Shown only when the reader's script runs. Without it, the page follows the system's theme. */
export function ThemeToggle({ label }: { label: string }) {
  return (
    <button className="theme-toggle" type="button" data-theme-toggle="" title={label}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </svg>
      <span className="visually-hidden">{label}</span>
    </button>
  )
}
