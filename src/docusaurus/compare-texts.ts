import { type Counts, countOfMdast } from '@/markdown/counts'
import { textOf } from '@/markdown/mdast'
import type { ReadPost } from './read-post'

/** A difference between a post and its translation, to be reported for the translation. */
export type Difference = { line: number; code: string; message: string }

/** Below this share of its source's letters, a translation was probably cut off: Indonesian takes a tenth more. */
const suspiciousShare = 0.75

/** What a translation has more or less of than its source. Says nothing of the words themselves. */
export function differences(source: ReadPost, translation: ReadPost): Difference[] {
  const found: Difference[] = []
  const add = (line: number, code: string, message: string) => found.push({ line, code, message })
  const counts = differingCounts(source, translation)
  if (counts)
    add(bodyLine(translation), 'structure-differs', `The source and this translation differ: ${counts}.`)
  if (seemsTruncated(source, translation)) {
    add(
      lastLine(translation),
      'suspected-truncation',
      'This translation seems to end before its source does.',
    )
  }
  const [tags, translatedTags] = [source.labels.length, translation.labels.length]
  if (tags !== translatedTags) {
    add(
      translation.lineOf('tags'),
      'tag-count-differs',
      `Expected ${tags} tags, as in the source, found ${translatedTags}.`,
    )
  }
  const [keywords, translatedKeywords] = [source.text.keywords.length, translation.text.keywords.length]
  if (keywords !== translatedKeywords) {
    add(
      translation.lineOf('keywords'),
      'keyword-count-differs',
      `Expected ${keywords} keywords, as in the source, found ${translatedKeywords}.`,
    )
  }
  return found
}

function differingCounts(source: ReadPost, translation: ReadPost): string {
  const before = countOfMdast(source.mapped.root)
  const after = countOfMdast(translation.mapped.root)
  const kinds = (Object.keys(before) as (keyof Counts)[]).filter((kind) => before[kind] !== after[kind])
  const [blocks, translated] = [source.text.blocks.length, translation.text.blocks.length]
  return [
    ...(blocks === translated ? [] : [`blocks ${blocks} and ${translated}`]),
    ...kinds.map((kind) => `${kind} ${before[kind]} and ${after[kind]}`),
  ].join(', ')
}

function seemsTruncated(source: ReadPost, translation: ReadPost): boolean {
  const [words, translated] = [textOf(source.mapped.root).length, textOf(translation.mapped.root).length]
  if (words > 0 && translated < words * suspiciousShare) return true
  const ended = /[\p{P}\p{S}]\s*$/u
  return ended.test(lastWords(source)) && /[\p{L}\p{N},]\s*$/u.test(lastWords(translation))
}

function lastWords({ mapped }: ReadPost) {
  const last = mapped.root.children.at(-1)
  return last?.type === 'paragraph' && last.children.at(-1)?.type === 'text' ? textOf(last) : ''
}

const bodyLine = ({ text }: ReadPost) => text.frontMatterText.split('\n').length

const lastLine = (post: ReadPost) =>
  bodyLine(post) + (post.mapped.root.children.at(-1)?.position?.end.line ?? 1) - 1
