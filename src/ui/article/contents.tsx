import type { Heading } from '@/content/views'

type Props = { headings: Heading[]; label: string }

type Entry = Heading & { below: Heading[] }

/** The table of contents. On a phone it is folded above the text; on a wide screen it stands in the margin. */
export function Contents({ headings, label }: Props) {
  return (
    <nav className="contents" aria-label={label} data-contents="">
      <details>
        <summary>{label}</summary>
        <ol>
          {nested(headings).map(({ id, text, below }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
              {below.length > 0 && (
                <ol>
                  {below.map((heading) => (
                    <li key={heading.id}>
                      <a href={`#${heading.id}`}>{heading.text}</a>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

/**
 * Puts third-level headings below the second-level heading before them. A third-level heading without one stays on
 * the first level of the table.
 */
function nested(headings: Heading[]): Entry[] {
  const entries: Entry[] = []
  for (const heading of headings) {
    const parent = entries.at(-1)
    if (heading.depth === 3 && parent?.depth === 2) parent.below.push(heading)
    else entries.push({ ...heading, below: [] })
  }
  return entries
}
