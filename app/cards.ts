import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { isPublishedTitle } from '@/content/articles/published-title'
import { cardBrand } from '@/content/cards/card-brand'
import { cardWords } from '@/content/cards/card-words'
import { environment } from '@/env'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import type { Brand, CardWords } from '@/og/card/card'
import { type Cards, createCards, type DocumentRef } from '@/og/store/cards'
import { type RateLimit, rateLimit } from '@/security/rate-limit'

type Kept = { terbitCards?: Cards; terbitCardLimit?: RateLimit; terbitPreviewLimit?: RateLimit }

// Kept on `globalThis`, because a hot reload replaces the module and each store of cards has a thread of its own.
const kept = globalThis as typeof globalThis & Kept

/** The compiled thread that draws (src/server/start/programs.ts). */
const compiledThread = path.join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'render-worker.js')

/** Milliseconds for which a card's words are cached, unless its address has a newer version. */
const wordsAge = 1_000

/** Returns the one store of cards of this server. */
export function cards(): Cards {
  kept.terbitCards ??= createCards({
    dataDir: environment().dataDir,
    access: environment().ogAccess,
    brand: async (locale = fallbackForVisitors, reading) =>
      (await brands.fetch(locale, { forceRefresh: reading?.fresh })) ?? { name: '' },
    document: async (ref, reading) => {
      const asked = { context: ref, forceRefresh: reading?.fresh }
      return (await documents.fetch(JSON.stringify(ref), asked))?.words
    },
    published: isPublishedTitle,
    ...(environment().production && { thread: { program: compiledThread } }),
    onFailure: (error) => console.error('A card could not be drawn or kept:', error),
  })
  return kept.terbitCards
}

/**
 * Limits the new cards that a client may have drawn: a page of them at once, then as many as one reader can look
 * at.
 */
export function cardLimit(): RateLimit {
  kept.terbitCardLimit ??= rateLimit({ burst: 300, perSecond: 10 })
  return kept.terbitCardLimit
}

/** Limits the cards that an editor may have drawn while writing: both languages, after each pause in typing. */
export function previewLimit(): RateLimit {
  kept.terbitPreviewLimit ??= rateLimit({ burst: 60, perSecond: 4 })
  return kept.terbitPreviewLimit
}

const brands = new LRUCache<Locale, Brand>({ max: 8, ttl: wordsAge, fetchMethod: cardBrand })

const documents = new LRUCache<string, { words: CardWords | undefined }, DocumentRef>({
  max: 500,
  ttl: wordsAge,
  fetchMethod: async (_key, _stale, { context }) => ({ words: await cardWords(context) }),
})
