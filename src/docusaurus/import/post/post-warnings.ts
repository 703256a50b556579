import type { Nodes, Root } from '@/markdown/mdast'
import { visit } from '@/markdown/mdast'

/** Something to look at in a post's body. `line` counts from 1 in the body. */
type BodyWarning = { line: number; code: string; message: string }

/** Warns of what readers of the published page would miss or stumble over. */
export function bodyWarnings(root: Root, source: string): BodyWarning[] {
  const warnings: BodyWarning[] = []
  let titles = 0
  visit(root, (node) => {
    const warn = (code: string, message: string) =>
      warnings.push({ line: node.position?.start.line ?? 1, code, message })
    if (node.type === 'heading' && node.depth === 1) {
      titles += 1
      if (titles === 2) warn('several-h1', 'Expected at most one heading of level 1, found another here.')
    }
    if ((node.type === 'image' || node.type === 'imageReference') && !node.alt) {
      warn('empty-alt', 'This picture has no alternative text. Say what it shows.')
    }
    if (node.type === 'table' && isRagged(node)) {
      warn('ragged-table', 'The rows of this table have different numbers of cells.')
    }
    const address = addressOf(node)
    if (address === undefined) return
    if (node.type !== 'image' && isUnsafe(address)) {
      warn('unsafe-link', `This link is kept, and never shown as one: \`${address.slice(0, 80)}\`.`)
    }
    if (/\s/.test(address)) {
      warn('address-with-spaces', `This address holds spaces: \`${address.slice(0, 80)}\`. Write %20.`)
    }
  })
  return [...warnings, ...brokenLinks(root, source)]
}

const addressOf = (node: Nodes) =>
  node.type === 'link' || node.type === 'definition' || node.type === 'image' ? node.url : undefined

const isRagged = (table: Extract<Nodes, { type: 'table' }>) =>
  table.children.some((row) => row.children.length !== (table.align?.length ?? row.children.length))

const safeSchemes = new Set(['http', 'https', 'mailto', 'tel', 'sms'])

/** Whether an address is neither of a page nor of a message, such as `javascript:` or `file:`. */
function isUnsafe(address: string): boolean {
  // Browsers drop control characters and spaces before they read the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020]/g, ''))?.[1]
  return scheme !== undefined && !safeSchemes.has(scheme.toLowerCase())
}

const brokenLink = /\]\((?!<)([^()\s"'<>]+ [^()"'\n]*)\)/g

/** Finds `[text](address with spaces)`, which was meant as a link and is none in Markdown. */
function brokenLinks(root: Root, source: string): BodyWarning[] {
  const warnings: BodyWarning[] = []
  visit(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
    const { start, end } = node.position ?? {}
    const written = source
      .slice(start?.offset, end?.offset)
      .replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length))
    for (const found of written.matchAll(brokenLink)) {
      warnings.push({
        line: (start?.line ?? 1) + written.slice(0, found.index).split('\n').length - 1,
        code: 'address-with-spaces',
        message: `Spaces keep this from being a link: \`${found[1]?.slice(0, 80)}\`. Write %20.`,
      })
    }
  })
  return warnings
}
