import { cardWords } from '@/content/card-words'
import { siteView } from '@/content/site-view'
import { environment } from '@/env'
import { fallbackForVisitors } from '@/i18n/locales'
import { type Cards, createCards } from '@/og/cards'

// Beside the module, which a hot reload replaces: each has a thread of its own.
const kept = globalThis as typeof globalThis & { terbitCards?: Cards }

/** The one card room of this server. */
export function cards(): Cards {
  kept.terbitCards ??= createCards({
    dataDir: environment().dataDir,
    brand: async () => {
      const { name, tagline, accent } = await siteView(fallbackForVisitors)
      return { name: name.text, ...(tagline ? { tagline: tagline.text } : {}), ...(accent ? { accent } : {}) }
    },
    document: cardWords,
    onFailure: (error) => console.error('A card could not be drawn or kept:', error),
  })
  return kept.terbitCards
}
