import type { Element, ElementContent } from 'hast'
import { filled } from '@/i18n/filled'
import { descendants, rootChildren } from '../children'
import type { LexicalNode } from '../nodes'
import { element } from './element'
import type { Footnotes, Rendering } from './rendering'

/** Returns the footnotes of a body. If two have the same label, the first counts (GitHub Flavored Markdown). */
export function footnotesOf(nodes: LexicalNode[]): Footnotes {
  const definitions = new Map<string, LexicalNode[]>()
  for (const node of descendants(nodes)) {
    if (node.type !== 'block' || node.fields.blockType !== 'footnoteDefinition') continue
    const key = keyOf(node.fields.label ?? '')
    if (!definitions.has(key)) definitions.set(key, rootChildren(node.fields.content))
  }
  return { definitions, references: new Map() }
}

/** Renders a footnote's mark, numbered by first reference. A label without a definition stays as written. */
export function footnoteReference(label: string, { footnotes, words }: Rendering): ElementContent {
  const key = keyOf(label)
  if (!footnotes.definitions.has(key)) return { type: 'text', value: `[^${label}]` }
  const occurrence = (footnotes.references.get(key) ?? 0) + 1
  footnotes.references.set(key, occurrence)
  const number = numberOf(key, footnotes)
  return element('sup', {}, [
    element(
      'a',
      {
        id: referenceId(number, occurrence),
        href: `#${definitionId(number)}`,
        role: 'doc-noteref',
        ariaLabel: filled(words.footnote, { label: number }),
      },
      [String(number)],
    ),
  ])
}

/** Renders the section at the foot of the page with every footnote that the text refers to. */
export function footnoteSection(rendering: Rendering): ElementContent[] {
  const { references } = rendering.footnotes
  const items: Element[] = []
  // Footnotes may refer to footnotes: the map grows during the loop, and each label is visited once.
  for (const key of references.keys()) items.push(footnote(key, rendering))
  if (items.length === 0) return []
  return [
    element('section', { className: ['footnotes'], role: 'doc-endnotes' }, [
      element('h2', { className: ['footnotes-title'] }, [rendering.words.footnotes]),
      element('ol', {}, items),
    ]),
  ]
}

function footnote(key: string, rendering: Rendering): Element {
  const { footnotes, words } = rendering
  const number = numberOf(key, footnotes)
  const back = element(
    'a',
    { href: `#${referenceId(number, 1)}`, role: 'doc-backlink', ariaLabel: words.backToText },
    ['↩'],
  )
  const content = rendering.blocks(footnotes.definitions.get(key) ?? [])
  return element('li', { id: definitionId(number) }, endingWith(back, content))
}

/** Puts the link back at the end of the last paragraph, or into a paragraph of its own. */
function endingWith(back: Element, content: ElementContent[]): ElementContent[] {
  const last = content.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...content, element('p', {}, [back])]
  return [
    ...content.slice(0, -1),
    { ...last, children: [...last.children, { type: 'text', value: ' ' }, back] },
  ]
}

const keyOf = (label: string) => label.trim().toLowerCase()

const numberOf = (key: string, { references }: Footnotes) => [...references.keys()].indexOf(key) + 1

// The prefix is the one of GitHub and Docusaurus, so that no heading has the same id.
const definitionId = (number: number) => `user-content-fn-${number}`

const referenceId = (number: number, occurrence: number) =>
  `user-content-fnref-${number}${occurrence > 1 ? `-${occurrence}` : ''}`
