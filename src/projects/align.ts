import { type Locale, locales, otherLocales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { ProjectRow } from './extract'

/** A project in an article: its row in each language of the article that lists it. */
export type AlignedRow = Localized<ProjectRow>

type Section = { category: readonly string[]; rows: AlignedRow[] }

/**
 * Pairs the rows of the texts of one article, one language after the other. Sections and rows with the same names
 * belong together, in order. Between two such pairs, rows belong together by their place if both texts have the same number of
 * rows there. Every other row stays alone in its language.
 */
export function alignRows(texts: Localized<readonly ProjectRow[]>, source: Locale): AlignedRow[] {
  const listed = (locale: Locale) => (texts[locale] ?? []).map((row): AlignedRow => ({ [locale]: row }))
  const first = sectionsOf(listed(source), source).flatMap(({ rows }) => rows)
  return otherLocales(source)
    .filter((locale) => texts[locale])
    .reduce((aligned, locale) => paired(aligned, listed(locale), source), first)
}

function paired(ours: AlignedRow[], theirs: AlignedRow[], source: Locale): AlignedRow[] {
  const nameOf = (row: AlignedRow) => leading(row, source)?.name
  const sections = pairUp(sectionsOf(ours, source), sectionsOf(theirs, source), {
    weight: (one, other) => sharedNames(one.rows.map(nameOf), other.rows.map(nameOf)),
    alike: (one, other) => one.category.length === other.category.length,
  })
  return sections.flatMap(([one, other]) =>
    pairUp(one?.rows ?? [], other?.rows ?? [], {
      weight: (row, twin) => Number(nameOf(row) === nameOf(twin)),
      alike: () => true,
    }).map(([row, twin]) => ({ ...row, ...twin })),
  )
}

function sharedNames(ones: readonly unknown[], others: readonly unknown[]): number {
  const names = new Set(others)
  return ones.filter((name) => names.has(name)).length
}

/** The row of the source's language, else the first that there is. */
const leading = (row: AlignedRow, source: Locale): ProjectRow | undefined =>
  row[source] ?? locales.flatMap((locale) => row[locale] ?? [])[0]

function sectionsOf(rows: readonly AlignedRow[], source: Locale): Section[] {
  const sections = new Map<string, Section>()
  for (const row of rows) {
    const category = leading(row, source)?.category ?? []
    const key = JSON.stringify(category)
    const section = sections.get(key) ?? { category, rows: [] }
    section.rows.push(row)
    sections.set(key, section)
  }
  return [...sections.values()]
}

type Pair<Item> = [one: Item | undefined, other: Item | undefined]

type Pairing<Item> = {
  /** How much two items have in common. 0 is nothing. */
  weight: (one: Item, other: Item) => number
  /** Whether two items that have nothing in common may be paired by their place. */
  alike: (one: Item, other: Item) => boolean
}

/** Pairs the items that have the most in common, in order, and the items between such pairs by their place. */
function pairUp<Item>(ones: readonly Item[], others: readonly Item[], pairing: Pairing<Item>): Pair<Item>[] {
  const pairs: Pair<Item>[] = []
  let [one, other] = [0, 0]
  for (const [i, j] of [...anchors(ones, others, pairing.weight), [ones.length, others.length] as const]) {
    pairs.push(...between(ones.slice(one, i), others.slice(other, j), pairing.alike))
    if (i < ones.length || j < others.length) pairs.push([ones[i], others[j]])
    one = i + 1
    other = j + 1
  }
  return pairs
}

function between<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  alike: Pairing<Item>['alike'],
): Pair<Item>[] {
  if (
    ones.length === others.length &&
    ones.every((one, index) => {
      const other = others[index]
      return other !== undefined && alike(one, other)
    })
  )
    return ones.map((one, index) => [one, others[index]])
  return [
    ...ones.map((one): Pair<Item> => [one, undefined]),
    ...others.map((other): Pair<Item> => [undefined, other]),
  ]
}

/** The most comparisons that are made. Longer lists, which no article has, are paired by place. */
const mostComparisons = 4_000_000

/** The heaviest common subsequence (dynamic programming, as for the longest one), as pairs of indexes. */
function anchors<Item>(
  ones: readonly Item[],
  others: readonly Item[],
  weight: Pairing<Item>['weight'],
): (readonly [number, number])[] {
  if (ones.length * others.length > mostComparisons) return []
  const best = Array.from({ length: ones.length + 1 }, () => new Array<number>(others.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  const weights = ones.map((one) => others.map((other) => weight(one, other)))
  for (let i = ones.length - 1; i >= 0; i -= 1) {
    for (let j = others.length - 1; j >= 0; j -= 1) {
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (weights[i]?.[j] ?? 0))
    }
  }
  const found: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < ones.length && j < others.length; ) {
    const own = weights[i]?.[j] ?? 0
    if (own > 0 && at(i, j) === at(i + 1, j + 1) + own) found.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return found
}
