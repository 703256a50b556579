/**
 * The slug of a tag as Docusaurus makes it, by lodash's kebabCase. Words end at signs, at a change of case, and between
 * letters and digits. Latin letters lose their accents.
 *
 *     'Layer 2' -> 'layer-2', 'GitHub' -> 'git-hub', 'Économie' -> 'economie'
 */
export const tagSlug = (label: string): string => wordsIn(unaccented(label)).join('-').toLowerCase()

const lower = 'a-z\\u00df-\\u00f6\\u00f8-\\u00ff'
const upper = 'A-Z\\u00c0-\\u00d6\\u00d8-\\u00de'
const sign =
  '\\u00ac\\u00b1\\u00d7\\u00f7\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f\\s'
const dingbat = '\\u2700-\\u27bf'
/** Letters of scripts without case. They count as lower case. */
const other = `[^${sign}${lower}${upper}${dingbat}\\d\\ud800-\\udfff]`
const lowerOrOther = `(?:[${lower}]|${other})`
const upperOrOther = `(?:[${upper}]|${other})`

const word = new RegExp(
  [
    `[${upper}]?[${lower}]+(?=[${sign}]|[${upper}]|$)`,
    `${upperOrOther}+(?=[${sign}]|[${upper}]${lowerOrOther}|$)`,
    `[${upper}]?${lowerOrOther}+`,
    `[${upper}]+`,
    '\\d*(?:1ST|2ND|3RD|(?![123])\\dTH)(?=\\b|[a-z_])',
    '\\d*(?:1st|2nd|3rd|(?![123])\\dth)(?=\\b|[A-Z_])',
    '\\d+',
    '[\\u2700-\\u27bf]|[\\ud800-\\udbff][\\udc00-\\udfff]',
  ].join('|'),
  'g',
)

const wordsIn = (text: string) => text.replace(/['\u2019]/g, '').match(word) ?? []

const unaccented = (text: string) => text.replace(/[\u00c0-\u017f]/g, (letter) => latin(letter))

const latin = (letter: string) => special[letter] ?? letter.normalize('NFD').replace(/\p{Diacritic}/gu, '')

const special: Record<string, string> = {
  Æ: 'Ae',
  æ: 'ae',
  Ø: 'O',
  ø: 'o',
  Þ: 'Th',
  þ: 'th',
  ß: 'ss',
  Ð: 'D',
  ð: 'd',
  Œ: 'Oe',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
}
