import { type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { exactly, type Stem } from './analysis/entry'
import type { Clause } from './analysis/question'
import { distance, forgiven } from './analysis/spelling'
import { stemOf } from './stems'

/** A wanted or an excluded clause, as Postgres is asked for it. */
export type Term = {
  /** A `tsquery`. */
  match: string
  /** Another, for the same as it was typed, which is worth more. */
  exact: string
  /** How much a match says: rare words say more. */
  weight: number
  /** The words that readers see marked. */
  marks: string[]
  quoted: boolean
  excluded: boolean
  /** Whether any article has it, as far as its words were counted. */
  known: boolean
  /** What was searched instead of a word that nothing knows. */
  corrected?: string
}

type Known = {
  asked: string
  word: string
  stem: string
  articles: number
  kind: 'stem' | 'prefix' | 'alike'
}

/** How much less a guess is worth than what was typed. */
const guessed = 0.7
/** What nothing knows must not outweigh what is there, as rare as it seems. */
const unheard = 0.2
/** How many words an unfinished or a misspelt one may stand for. */
const mostGuesses = 4

/** The clauses of a question in the terms of the index, without the words that say nothing. */
export async function termsOf(
  run: Run,
  { locale, clauses }: { locale: Locale; clauses: Clause[] },
): Promise<{ terms: Term[]; marks: Set<string> }> {
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
    asked.length === 0 ? [] : clauses.flatMap((clause) => termOf(clause, { stem, words: known, rarity }))
  return { terms, marks: new Set(terms.filter(({ excluded }) => !excluded).flatMap((term) => term.marks)) }
}

type Lookup = { stem: Stem; words: Known[]; rarity: (articles: number) => number }

function termOf(clause: Clause, { stem, words, rarity }: Lookup): Term[] {
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
        // What is quoted is meant as it stands.
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

/** What a word that nothing knows may stand for: what it is the beginning of, else what it is a misspelling of. */
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

/** The words of published articles that the asked ones may mean, each by what makes it likely. */
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
          -- Two letters that changed places leave too few trigrams alike.
          select word, stem, articles from search_words
          where length(a.word) > 3 and locale = ${locale}::_locales and articles > 0
            and word >= left(a.word, 2) collate "C" and word < (left(a.word, 2) || chr(1114109)) collate "C"
            and length(word) between length(a.word) - 2 and length(a.word) + 2
        ) w`,
  )
}
