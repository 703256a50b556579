import type { Counts } from '@/markdown/counts'
import { fieldLine, type ReadPost } from '../post/post'
import type { TextShape } from '../post/text-shape'

/** A difference between a post and its translation. It is reported for the translation. */
type Difference = { line: number; code: string; message: string }

/** A translation with a smaller share of its source's letters was probably cut off. Indonesian needs a tenth more. */
const suspiciousShare = 0.75

/** Counts what a translation has more or less of than its source. The words themselves are not compared. */
export function differences(source: ReadPost, translation: ReadPost): Difference[] {
  const found: Difference[] = []
  const add = (line: number, code: string, message: string) => found.push({ line, code, message })
  const counts = differingCounts(source.shape, translation.shape)
  if (counts) {
    add(
      translation.shape.firstLine,
      'structure-differs',
      `The source and this translation differ: ${counts}.`,
    )
  }
  if (seemsTruncated(source.shape, translation.shape)) {
    add(
      translation.shape.lastLine,
      'suspected-truncation',
      'This translation seems to end before its source does.',
    )
  }
  const [tags, translatedTags] = [source.labels.length, translation.labels.length]
  if (tags !== translatedTags) {
    add(
      fieldLine(translation, 'tags'),
      'tag-count-differs',
      `Expected ${tags} tags, as in the source, found ${translatedTags}.`,
    )
  }
  const [keywords, translatedKeywords] = [source.text.keywords.length, translation.text.keywords.length]
  if (keywords !== translatedKeywords) {
    add(
      fieldLine(translation, 'keywords'),
      'keyword-count-differs',
      `Expected ${keywords} keywords, as in the source, found ${translatedKeywords}.`,
    )
  }
  return found
}

function differingCounts(source: TextShape, translation: TextShape): string {
  const [before, after] = [source.counts, translation.counts]
  const kinds = (Object.keys(before) as (keyof Counts)[]).filter((kind) => before[kind] !== after[kind])
  return [
    ...(source.blocks === translation.blocks ? [] : [`blocks ${source.blocks} and ${translation.blocks}`]),
    ...kinds.map((kind) => `${kind} ${before[kind]} and ${after[kind]}`),
  ].join(', ')
}

function seemsTruncated(source: TextShape, translation: TextShape): boolean {
  if (source.letters > 0 && translation.letters < source.letters * suspiciousShare) return true
  return /[\p{P}\p{S}]\s*$/u.test(source.ending) && /[\p{L}\p{N},]\s*$/u.test(translation.ending)
}
