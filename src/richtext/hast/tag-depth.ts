/** The most levels of elements in raw source. Markdown may nest as many (src/markdown/nesting.ts). */
const deepest = 100

const tag = /<(\/?)([A-Za-z][\w.:-]*)[^<>]*?(\/?)>/g

const voidElements: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

/** Elements that end where the next of them begins: `<li>a<li>b`. */
const endByNext: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'dt', 'tr', 'td', 'th'])

/**
 * Tells whether HTML or JSX opens too many elements without closing them. Whatever parses and prints them calls itself at
 * each level, and a parser of HTML opens those of one paragraph again in the next. Only the element that was opened last
 * counts as closed, as parsers of HTML keep others open: `<b><i></b>` has two levels at its end.
 */
export function nestsTooDeep(source: string): boolean {
  const open: string[] = []
  for (const [, closes, written = '', closed] of source.matchAll(tag)) {
    const name = written.toLowerCase()
    if (closed || voidElements.has(name)) continue
    const last = open.at(-1)
    if (closes) {
      if (last === name) open.pop()
    } else if (last !== name || !endByNext.has(name)) open.push(name)
    if (open.length > deepest) return true
  }
  return false
}
