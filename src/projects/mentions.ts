import { fallbackForVisitors } from '@/i18n/locales'
import { childrenOf, rootChildren } from '@/richtext/children'
import { blockIdOf, everyBlock } from '@/richtext/identity/identified-blocks'
import type { Body } from '@/richtext/nodes'
import { inlineText, isInline } from '@/richtext/plain-text'

export type Named = { id: string; name: string; aliases?: readonly string[] | null }

/** A block that names a project, with the words that do so and the sentence around them. */
export type Mention = {
  blockId: string
  /** The index of the block in its article, in reading order. */
  position: number
  project: string
  matchedText: string
  passage: string
}

/**
 * Finds the blocks of a body that name projects. A name or alias counts as a whole word and in its own letter case. A
 * block counts once for each project. If two names begin alike, as Morpheus and Morpheus AI do, the longer one counts.
 */
export function mentionsIn(body: Body | null | undefined, projects: readonly Named[]): Mention[] {
  const byName = new Map(
    projects.flatMap(({ id, name, aliases }) =>
      [name, ...(aliases ?? [])]
        .filter((known) => known.trim().length > 1)
        .map((known) => [known.trim(), id] as const),
    ),
  )
  if (byName.size === 0) return []
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length)
  const names = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  return [...everyBlock(rootChildren(body))].flatMap((block, position) => {
    const blockId = blockIdOf(block)
    const text = inlineText(childrenOf(block).filter(isInline))
    if (!blockId || text === '') return []
    const found = new Map<string, Mention>()
    for (const { 0: matchedText, index } of text.matchAll(names)) {
      const project = byName.get(matchedText)
      if (!project || found.has(project)) continue
      found.set(project, { blockId, position, project, matchedText, passage: sentenceAt(text, index) })
    }
    return [...found.values()]
  })
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const longestPassage = 400

/** Sentences end by the same rules in every language of ours (CLDR), so a text need not say which it is in. */
function sentenceAt(text: string, index: number): string {
  const segments = new Intl.Segmenter(fallbackForVisitors, { granularity: 'sentence' }).segment(text)
  const sentence = segments.containing(index)?.segment.replace(/\s+/g, ' ').trim() ?? text
  return sentence.length > longestPassage ? `${sentence.slice(0, longestPassage).trimEnd()}…` : sentence
}
