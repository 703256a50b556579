/** The product's mark: a kawung flower whose top oval is the rising sun. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <ellipse cx="16" cy="24.2" rx="4.4" ry="7" />
      <ellipse cx="7.8" cy="16" rx="7" ry="4.4" />
      <ellipse cx="24.2" cy="16" rx="7" ry="4.4" />
      <ellipse className="brand-sun" cx="16" cy="7.8" rx="4.4" ry="7" />
    </svg>
  )
}
