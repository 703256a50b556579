import { fenceIn } from '../code-fence'
import type { Dialect } from '../dialect'

/** The names that Docusaurus turns into admonitions. */
const admonitionNames = [
  'note',
  'tip',
  'info',
  'warning',
  'danger',
  'caution',
  'important',
  'secondary',
  'success',
]

/** Two private use characters that replace the braces of `{#id}` while MDX is parsed. */
const braces = { open: '\uE0F1', close: '\uE0F2' }

const headingWithId = /^( {0,3}#{1,6}[ \t].*?)\{#([^{}\s]+)\}([ \t]*)$/
const titledAdmonition = new RegExp(`^(\\s*:{3,}(?:${admonitionNames.join('|')}))([ \\t]+\\S.*)$`)

/**
 * Rewrites syntax that Docusaurus accepts and MDX does not (HTML comments, heading ids, titles of admonitions) into
 * syntax that MDX accepts. No character moves: an offset in the result is the same offset in the source.
 * `restoreBraces` and the source itself give back the original text.
 */
export function prepare(source: string, format: Dialect['format']): string {
  const lines = source.split('\n')
  let open: string | undefined
  for (const [index, line] of lines.entries()) {
    const marker = fenceIn(line)
    if (open !== undefined) {
      if (marker?.startsWith(open) && /^[\s>]*[`~]+\s*$/.test(line)) open = undefined
      continue
    }
    if (marker !== undefined) {
      open = marker
      continue
    }
    if (line.includes(':::')) {
      lines[index] = line.replace(titledAdmonition, (_, start: string, title: string) => start + blank(title))
    } else if (format === 'mdx' && line.includes('{#')) {
      lines[index] = line.replace(
        headingWithId,
        (_, start: string, id: string, end: string) => `${start}${braces.open}#${id}${braces.close}${end}`,
      )
    } else if (format === 'mdx' && line.includes('<!--')) {
      hideComments(lines, index)
    }
  }
  return lines.join('\n')
}

export const restoreBraces = (text: string) => text.replaceAll(braces.open, '{').replaceAll(braces.close, '}')

/** Returns the title after the name in the first line of an admonition: ':::tip Saran' -> 'Saran'. */
export const titleOfAdmonition = (source: string) =>
  titledAdmonition.exec(source.split('\n', 1)[0] ?? '')?.[2]?.trim()

const blank = (text: string) => ' '.repeat(text.length)

/** Turns each `<!-- … -->` that begins in this line into an expression that holds a comment of the same length. */
function hideComments(lines: string[], first: number) {
  let from = 0
  for (;;) {
    const line = lines[first] ?? ''
    const start = line.indexOf('<!--', from)
    if (start < 0) return
    if (insideCode(line, start)) {
      from = start + 4
      continue
    }
    const end = endOfComment(lines, first, start + 4)
    if (!end) return
    if (end.line === first) {
      lines[first] =
        `${line.slice(0, start)}{/*x${filler(line.slice(start + 4, end.column))}*/}${line.slice(end.column + 3)}`
    } else {
      lines[first] = `${line.slice(0, start)}{/*x${filler(line.slice(start + 4))}`
      for (let index = first + 1; index < end.line; index += 1) lines[index] = filler(lines[index] ?? '')
      const last = lines[end.line] ?? ''
      lines[end.line] = `${filler(last.slice(0, end.column))}*/}${last.slice(end.column + 3)}`
    }
    from = start + 7
  }
}

function endOfComment(lines: string[], first: number, column: number) {
  for (let line = first; line < lines.length; line += 1) {
    const found = (lines[line] ?? '').indexOf('-->', line === first ? column : 0)
    if (found >= 0) return { line, column: found }
  }
  return undefined
}

const filler = (text: string) => text.replace(/[^\s>]/g, 'x')

const insideCode = (line: string, column: number) =>
  (line.slice(0, column).match(/`/g)?.length ?? 0) % 2 === 1 && line.indexOf('`', column) >= 0
