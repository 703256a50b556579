import { type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { exactly, type Stem } from './analysis/entry'
import type { Clause } from './analysis/question'
import { distance, forgiven } from './analysis/spelling'
import { stemOf } from './stems'

/** A clause in the form in which Postgres searches for it. */
export type QueryTerm = {
  /** A `tsquery`. */
  match: string
  /** A `tsquery` for the words exactly as they were typed. A match of it is worth more. */
  exact: string
  /** How much a match counts. Rare words count more. */
  weight: number
  /** The words to mark for readers. */
  marks: string[]
  quoted: boolean
  excluded: boolean
  /** True when an article has the term, as far as the words have been counted. */
  known: boolean
  /** The word that was searched in place of an unknown one. */
  corrected?: string
}

type Known = {
  asked: string
  word: string
  stem: string
  articles: number
  kind: 'stem' | 'prefix' | 'alike'
}

/** The factor for a guess, which is worth less than the words that were typed. */
const guessed = 0.7
/** The factor for an unknown word. It seems rare, but must not outweigh words that occur. */
const unheard = 0.2
/** The most words that an unfinished or misspelt word may stand for. */
const mostGuesses = 4

/** Turns the clauses of a question into terms of the index, without stop words. */
export async function queryTerms(
  run: Run,
  { locale, clauses }: { locale: Locale; clauses: Clause[] },
): Promise<{ terms: QueryTerm[]; marks: Set<string> }> {
  const words = new Set(clauses.flatMap((clause) => clause.words))
  const stem = await stemOf(run, locale, words)
  const asked = [...words].flatMap((word) => stem(word) ?? [])
  const unfinished = clauses.flatMap((one) => (one.unfinished ? one.words : []))
  const known = await knownWords(run, { locale, stem, words: [...words], unfinished })
  const [{ entries } = { entries: 1 }] = await run<{ entries: number }>(
    sql`select count(*)::int as entries from search_entries where locale = ${locale}::_locales`,
  )
  const rarity = (articles: number) =>
    Math.log(1 + (entries - Math.min(articles, entries) + 0.5) / (articles + 0.5))
  const terms =
    asked.length === 0 ? [] : clauses.flatMap((clause) => queryTermOf(clause, { stem, words: known, rarity }))
  return { terms, marks: new Set(terms.filter(({ excluded }) => !excluded).flatMap((term) => term.marks)) }
}

type Lookup = { stem: Stem; words: Known[]; rarity: (articles: number) => number }

function queryTermOf(clause: Clause, { stem, words, rarity }: Lookup): QueryTerm[] {
  const { quoted, excluded } = clause
  const placed = clause.words.flatMap((word, place) => {
    const root = stem(word)
    return root ? [{ word, root, place }] : []
  })
  const [first] = placed
  if (!first) return []
  const inflected = (word: string) => words.filter((one) => one.asked === word && one.kind === 'stem')
  const count = (word: string) => inflected(word).reduce((sum, one) => sum + one.articles, 0)
  if (placed.length > 1) {
    const lexemes = (of: (one: (typeof placed)[number]) => string) =>
      placed
        .map((one, index) => {
          const before = placed[index - 1]
          return before ? `<${one.place - before.place}> '${of(one)}'` : `'${of(one)}'`
        })
        .join(' ')
    return [
      {
        // Quoted words must match as they were typed.
        match: lexemes(({ word, root }) => (quoted ? exactly(word) : root)),
        exact: lexemes(({ word }) => exactly(word)),
        weight: Math.max(...placed.map(({ word }) => rarity(count(word)))),
        marks: placed.flatMap(({ word }) => [word, ...inflected(word).map((one) => one.word)]),
        quoted,
        excluded,
        known: true,
      },
    ]
  }
  const { word, root } = first
  const exact = `'${exactly(word)}'`
  const here = inflected(word)
  const weight = here.length > 0 ? rarity(count(word)) : unheard * rarity(0)
  const known = here.length > 0
  if (quoted) return [{ match: exact, exact, weight, marks: [word], quoted, excluded, known }]
  const guesses = here.length > 0 || excluded ? [] : guessesFor(word, words)
  const [guess] = guesses
  if (!guess) {
    const marks = [word, ...here.map((one) => one.word)]
    return [{ match: `'${root}'`, exact, weight, marks, quoted, excluded, known }]
  }
  const stems = [...new Set(guesses.map((one) => (guess.kind === 'prefix' ? exactly(one.word) : one.stem)))]
  return [
    {
      match: stems.map((one) => `'${one}'`).join(' | '),
      exact: guesses.map((one) => `'${exactly(one.word)}'`).join(' | '),
      weight: guessed * rarity(guesses.reduce((sum, one) => sum + one.articles, 0)),
      marks: guesses.map((one) => one.word),
      quoted,
      excluded,
      known: true,
      ...(guess.kind === 'alike' ? { corrected: guess.word } : {}),
    },
  ]
}

/** Returns the words that an unknown word may mean: words that begin with it, or else the nearest spellings. */
function guessesFor(word: string, known: Known[]): Known[] {
  const of = (kind: Known['kind']) => known.filter((one) => one.asked === word && one.kind === kind)
  const begun = of('prefix')
  if (begun.length > 0) return begun.sort((a, b) => b.articles - a.articles).slice(0, mostGuesses)
  const near = of('alike')
    .map((one) => ({ ...one, errors: distance(word, one.word, forgiven(word)) }))
    .filter(({ errors }) => errors <= forgiven(word))
    .sort((a, b) => a.errors - b.errors || b.articles - a.articles)
  return near
    .filter(({ errors, stem }) => errors === near[0]?.errors && stem === near[0].stem)
    .slice(0, mostGuesses)
}

/** Returns the words of published articles that the asked words may mean, each with the kind of its match. */
async function knownWords(
  run: Run,
  { locale, stem, words, unfinished }: { locale: Locale; stem: Stem; words: string[]; unfinished: string[] },
): Promise<Known[]> {
  const asked = words.flatMap((word) => {
    const root = stem(word)
    return root ? [{ word, root, unfinished: unfinished.includes(word) && word.length > 1 }] : []
  })
  if (asked.length === 0) return []
  return run<Known>(
    sql`with asked as (
          select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one(word text, root text, unfinished boolean)
        ),
        inflected as (
          select a.word as asked, w.word, w.stem, w.articles, 'stem' as kind
          from asked a join search_words w on w.locale = ${locale}::_locales and w.stem = a.root collate "C"
          where w.articles > 0
        ),
        unknown as (select * from asked where word not in (select asked from inflected))
        select * from inflected
        union all
        select a.word, w.* , 'prefix' from unknown a cross join lateral (
          select word, stem, articles from search_words
          where a.unfinished and locale = ${locale}::_locales and articles > 0
            and word >= a.word collate "C" and word < (a.word || chr(1114109)) collate "C"
          order by articles desc limit ${mostGuesses}
        ) w
        union all
        select a.word, w.*, 'alike' from unknown a cross join lateral (
          select * from (
            select word, stem, articles from search_words
            where length(a.word) > 3 and locale = ${locale}::_locales and articles > 0 and word % a.word
            order by similarity(word, a.word) desc limit 20
          ) alike
          union
          -- A swap of two letters leaves too few trigrams in common.
          select word, stem, articles from search_words
          where length(a.word) > 3 and locale = ${locale}::_locales and articles > 0
            and word >= left(a.word, 2) collate "C" and word < (left(a.word, 2) || chr(1114109)) collate "C"
            and length(word) between length(a.word) - 2 and length(a.word) + 2
        ) w`,
  )
}
