import { indonesianRoots, irregularForms, rootEndingInAi } from './indonesian-roots'

/**
 * Returns the key that the inflections of an Indonesian word share. It is not always a word itself:
 * `menerjemahkan`, `diterjemahkan`, `terjemahan`, `penerjemah` -> `nerjemah`.
 *
 * The rules are the ones that Sastrawi follows, taken from the papers that it names. Nazief and Adriani give the order
 * of particles, possessives, suffixes and up to three prefixes, with their forbidden pairs (M. Adriani et al.,
 * "Stemming Indonesian: A Confix-Stripping Approach", 2007). Suffixes are given back as in A. Z. Arifin et al.,
 * "Enhanced Confix Stripping Stemmer", 2009. Their dictionary of roots must not be used commercially (Kateglo, CC
 * BY-NC-SA), so this stemmer works without one: a root keeps at least two vowels (F. Z. Tala, 2003). When a prefix
 * swallows the first letter of a root, the letter is not guessed; the root always gets the nasal instead.
 */
export function indonesianStem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  const bare = strip(strip(word, /(?:lah|kah|tah|pun)$/), /(?:nya|ku|mu)$/)
  const suffix = suffixOf(bare)
  const shorter = bare.slice(0, bare.length - suffix.length)
  const rest = withoutPrefixes(shorter, suffix)
  // The supposed suffix may belong to the root: `berjalan` is not a form of `jal`.
  if (rest === shorter && suffix !== '' && /^(?:me|di|ber|ter)/.test(bare) && !isRoot(rest)) {
    return withNasal(withoutPrefixes(bare, ''))
  }
  return withNasal(rest)
}

function withoutPrefixes(word: string, suffix: string): string {
  let rest = word
  let first = ''
  for (let removed = 0; removed < 3; removed += 1) {
    const known = irregularForms.get(rest)
    if (known) return known
    const prefix = isRoot(rest) ? undefined : prefixOf(rest, first, suffix)
    if (!prefix) break
    first ||= prefix.name
    rest = prefix.rest
  }
  return rest
}

const vowels = (text: string): number => text.match(/[aiueo]/g)?.length ?? 0

/** A root has at least two vowels and does not begin with a cluster that no Indonesian root begins with. */
const mayBeRoot = (text: string): boolean =>
  vowels(text) >= 2 && !/^(?:[lmrwy][^aiueo]|n(?!g?y?[aiueo]))/.test(text)

const isRoot = (text: string): boolean => indonesianRoots.has(text)

function strip(word: string, ending: RegExp): string {
  const rest = word.replace(ending, '')
  return !isRoot(word) && vowels(rest) >= 2 ? rest : word
}

/** Returns the derivational suffix: `-kan`, `-an`, or `-i`, which occurs only together with a prefix. */
function suffixOf(word: string): string {
  if (isRoot(word)) return ''
  const fits = (suffix: string) => word.endsWith(suffix) && vowels(word.slice(0, -suffix.length)) >= 2
  if (fits('kan')) return 'kan'
  if (fits('an')) return 'an'
  const ownI = /[aiu]si$|ii$/.test(word) || rootEndingInAi.test(word) || vowels(word) < 4
  return fits('i') && /^(?:di|me|ter)/.test(word) && !ownI ? 'i' : ''
}

type Prefix = { name: string; rest: string }

/** The forms of `me-` and `pe-` before the letters of a root, and how many letters each form takes. */
const nasalPrefixes: [RegExp, number][] = [
  [/^[mp]em(?=[bfv])/, 3],
  [/^[mp]em(?=p[^aiueo])/, 3],
  [/^[mp]emper(?=...)/, 6],
  [/^[mp]em(?=p)/, 3],
  [/^[mp]en(?=[cdjzst])/, 3],
  [/^[mp]eng(?=[ghqk])/, 4],
  [/^[mp]e(?=(?:m|n|ny|ng)[aiueo])/, 2],
  [/^[mp]e(?=[lrwy][aiueo])/, 2],
]

function prefixOf(word: string, first: string, suffix: string): Prefix | undefined {
  // `pemrograman`: the p of the root is gone although a consonant followed it.
  if (/^[mp]em(?=[rl][aiueo])/.test(word) && vowels(word) > 2)
    return { name: word.slice(0, 2), rest: `p${word.slice(3)}` }
  for (const [name, length] of candidates(word, first, suffix)) {
    const rest = word.slice(length)
    if (mayBeRoot(rest)) return { name, rest }
  }
  return undefined
}

/** Yields the prefixes that a word may begin with, in the order to try them, and how many letters each takes. */
function* candidates(word: string, first: string, suffix: string): Generator<[name: string, length: number]> {
  const afterVerb = ['me', 'pe', 'di'].includes(first)
  if (word.startsWith('me') && (first === '' || first === 'ke' || first === 'se'))
    for (const [pattern, length] of nasalPrefixes) if (pattern.test(word)) yield ['me', length]
  if (word.startsWith('pe')) {
    if (word.startsWith('per')) yield ['per', 3]
    for (const [pattern, length] of nasalPrefixes) if (pattern.test(word)) yield ['pe', length]
    // `petugas`, `pekerja`: a person who does something. The letter after `pe` is kept.
    if (first !== 'me' && /^pe[bcdfghjkpst]/.test(word) && vowels(word) > 2) yield ['pe', 2]
  }
  if (word.startsWith('ber') && suffix !== 'i') yield ['ber', 3]
  if (/^be[^aiueor]er[^aiueo]/.test(word)) yield ['be', 2]
  // No word has `ter-` together with `-an`, or after `me-`, `pe-` or `di-`. There `ter` belongs to the root.
  if (word.startsWith('ter') && suffix !== 'an' && !afterVerb) yield ['ter', 3]
  if (word.startsWith('di') && first === '' && suffix !== 'an') yield ['di', 2]
  if (word.startsWith('ke') && (suffix === 'an' || first === 'ber' || first === 'ter')) yield ['ke', 2]
  if (word.startsWith('se') && !['me', 'pe'].includes(first) && vowels(word) > 2) yield ['se', 2]
}

/** Gives a root the nasal of `me-`: a first p becomes m, t n, s ny and k ng; a first vowel gets ng before it. */
function withNasal(root: string): string {
  if (/^p[aiueorl]/.test(root)) return `m${root.slice(1)}`
  if (/^t[aiueor]/.test(root)) return `n${root.slice(1)}`
  if (/^s[aiueo]/.test(root)) return `ny${root.slice(1)}`
  if (/^k[aiueolr]/.test(root)) return `ng${root.slice(1)}`
  return /^[aiueo]/.test(root) ? `ng${root}` : root
}
