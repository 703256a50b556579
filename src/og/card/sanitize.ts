/** The longest title that a card shows, in user-perceived characters (UAX 29 extended grapheme clusters). */
export const longestTitle = 200

/** The most code points that one user-perceived character may have. The longest family emoji needs ten. */
const longestGrapheme = 16

/** The most marks that may follow one base. Vietnamese needs two, pointed Hebrew three, Devanagari four. */
const mostMarks = 4

/** Text beyond this length is dropped unread, which bounds the work on a title before it starts. */
const mostCodeUnits = longestTitle * longestGrapheme * 3

const separators = /[\s\u2028\u2029]+/gu

/**
 * Joiners and variation selectors. They belong to the cluster around them and are removed when there is no cluster.
 */
const joiner = String.raw`(?:\u200c|\u200d|\ufe0e|\ufe0f)`

/**
 * The tag letters of a regional flag, which are valid only after a black flag. England's flag is such a sequence
 * (UTS 51, ED-14a).
 */
const flagTag = String.raw`(?<=\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6})[\u{e0061}-\u{e007a}\u{e007f}]`

/** Controls, bidi controls, lone surrogates, private use, unassigned and invisible code points. */
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
 * Makes a title safe to set: well-formed, in NFC, on one line, without controls, at most 200 graphemes. A title
 * that was cut ends in an ellipsis. Returns undefined when nothing visible is left. Idempotent.
 */
export function sanitizeTitle(raw: string): string | undefined {
  let title = raw.slice(0, mostCodeUnits)
  let cut = title.length < raw.length
  // Removing one character can let its neighbours join, so repeat until nothing changes. Each round shortens the
  // text.
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
