/** The longest title that a card shows, in user-perceived characters (UAX 29 extended grapheme clusters). */
export const longestTitle = 200

/** Code points that one user-perceived character may have: the longest family emoji needs ten. */
const longestGrapheme = 16

/** Marks that may follow one base. Vietnamese needs two, pointed Hebrew three, Devanagari four. */
const mostMarks = 4

/** Everything beyond is dropped unread, so that the work on a title is bounded before it starts. */
const mostCodeUnits = longestTitle * longestGrapheme * 3

const separators = /[\s\u2028\u2029]+/gu

/** Joiners and variation selectors: they belong to the cluster around them, and are dropped where there is none. */
const joiner = String.raw`(?:\u200c|\u200d|\ufe0e|\ufe0f)`

/**
 * The letters of a regional flag, which are seen only after a black flag: England's is such a sequence (UTS 51,
 * ED-14a).
 */
const flagTag = String.raw`(?<=\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6})[\u{e0061}-\u{e007a}\u{e007f}]`

/** Controls, bidi controls, lone surrogates, private use, unassigned, and whatever is not to be seen. */
const unwanted = new RegExp(
  String.raw`(?!${joiner}|${flagTag})[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\ufffc\ufffd]`,
  'gu',
)
const strayJoiners = new RegExp(
  String.raw`(?<=^|\s)${joiner}+|(?:\u200c|\u200d)+(?=\s|\u200c|\u200d|$)`,
  'gu',
)
const strayMarks = new RegExp(String.raw`(\p{M}{${mostMarks}})\p{M}+`, 'gu')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * A title that is safe to set: well-formed, in NFC, on one line, without controls, at most 200 graphemes, the last
 * an ellipsis where something was cut. Undefined where nothing visible is left. Idempotent.
 */
export function sanitizeTitle(raw: string): string | undefined {
  let title = raw.slice(0, mostCodeUnits)
  let cut = title.length < raw.length
  // Cutting one character short can let it join its neighbour: repeat until nothing changes. Each round shortens.
  for (;;) {
    const next = shorten(clean(title), cut)
    if (next === title) break
    title = next
    cut = false
  }
  return visible.test(title) ? title : undefined
}

const clean = (text: string) =>
  text
    .replace(separators, ' ')
    .replace(unwanted, '')
    .normalize('NFC')
    .replace(strayMarks, '$1')
    .replace(strayJoiners, '')
    .replace(/ +/g, ' ')
    .trim()

function shorten(text: string, cut: boolean): string {
  const kept: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length > longestTitle) break
    kept.push(bounded(segment))
  }
  if (kept.length <= longestTitle && !cut) return kept.join('')
  const start = kept.slice(0, longestTitle - 1).join('')
  return `${start.replace(/[\s\p{Pd},;:]+$/u, '')}…`
}

function bounded(grapheme: string): string {
  const points = [...grapheme]
  return points.length > longestGrapheme ? points.slice(0, longestGrapheme).join('') : grapheme
}
