import path from 'node:path'
import { LRUCache } from 'lru-cache'
import type { Locale } from '@/i18n/locales'
import type { Brand, CardWords } from './card.ts'
import { cardKey, drawingRevision, versionOf } from './card-key.ts'
import { diskCache } from './disk-cache.ts'
import { QueueFullError, type RenderThreadOptions, renderThread } from './render-thread.ts'
import type { CardRequest, DocumentKind } from './request.ts'
import { sanitizeTitle } from './sanitize.ts'

/** Which document's card is asked for; `locale` is undefined where the address names none. */
export type DocumentRef = { kind: DocumentKind; id: string; locale?: Locale }

export type CardsOptions = {
  /** The directory of everything the server keeps; cards go into `cards` below it. */
  dataDir: string
  brand: () => Promise<Brand>
  /** The words of a document that a visitor may see. Without it, addresses with an `id` find nothing. */
  document?: (ref: DocumentRef) => Promise<CardWords | undefined>
  /** Told what an operator should know and no visitor sees: a full disk, a thread that died over a card. */
  onFailure: (error: unknown) => void
  /** Where src and node_modules are: the directory the server was started in. */
  root?: string
  diskLimit?: number
  memoryLimit?: number
  thread?: Omit<RenderThreadOptions, 'root'>
}

export type Card = {
  /** The picture's name, equal for equal pictures. */
  key: string
  /** What stands in its address as `v`. */
  version: string
  /** The picture, drawn at the latest now. */
  png: () => Promise<Uint8Array<ArrayBuffer>>
}

export type Cards = {
  /** The card that a request is for; undefined where its document does not exist. */
  find: (request: CardRequest) => Promise<Card | undefined>
  /** The card of these words. */
  of: (words: CardWords) => Promise<Card>
  /** Draws the site's card, so that the first visitor's does not wait for the fonts. */
  warm: () => Promise<void>
  /** Ends the thread, and waits until what was drawn is on disk. */
  stop: () => Promise<void>
}

const megabyte = 1024 * 1024

/** Cards from memory, else from disk, else drawn: each picture once, however many ask for it at the same time. */
export function createCards(options: CardsOptions): Cards {
  const { root = /* turbopackIgnore: true */ process.cwd(), onFailure } = options
  const revision = drawingRevision(root)
  const memory = new LRUCache<string, Uint8Array<ArrayBuffer>>({
    maxSize: options.memoryLimit ?? 32 * megabyte,
    sizeCalculation: (png) => png.byteLength,
  })
  const disk = diskCache({
    directory: path.join(options.dataDir, 'cards'),
    limit: options.diskLimit ?? 256 * megabyte,
    onFailure,
  })
  const thread = renderThread({ ...options.thread, root })
  let written: Promise<unknown> = Promise.resolve()
  const underway = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  const readOrDraw = async (key: string, words: CardWords, brand: Brand) => {
    const kept = await disk.read(key)
    const png = kept ?? (await drawn(words, brand))
    memory.set(key, png)
    if (!kept) written = Promise.all([written, disk.write(key, png)])
    return png
  }

  const drawn = async (words: CardWords, brand: Brand) => {
    try {
      return await thread.render(words, brand)
    } catch (error) {
      if (!(error instanceof QueueFullError)) onFailure(error)
      throw error
    }
  }

  const once = (key: string, words: CardWords, brand: Brand) => {
    const started = underway.get(key)
    if (started) return started
    const promise = readOrDraw(key, words, brand).finally(() => underway.delete(key))
    underway.set(key, promise)
    return promise
  }

  const of = async (unsafe: CardWords): Promise<Card> => {
    const brand = safeBrand(await options.brand())
    const words = safeWords(unsafe, brand)
    const key = cardKey(words, brand, revision)
    return {
      key,
      version: versionOf(key),
      png: async () => memory.get(key) ?? once(key, words, brand),
    }
  }

  const siteWords = async (locale?: Locale): Promise<CardWords> => ({
    kind: 'site',
    title: (await options.brand()).name,
    ...(locale && { locale }),
  })

  return {
    of,
    async find(request) {
      const { locale } = request
      if (request.of === 'site') return of(await siteWords(locale))
      if (request.of === 'title') {
        return of({ kind: request.kind, title: request.title, ...(locale && { locale }) })
      }
      const words = await options.document?.({
        kind: request.kind,
        id: request.id,
        ...(locale && { locale }),
      })
      return words && of(words)
    },
    async warm() {
      const card = await of(await siteWords())
      await card.png()
    },
    async stop() {
      await thread.stop()
      await written
    },
  }
}

const hexColour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** The brand as it may stand in SVG: its words are typed by people, and its colour is not text that Satori escapes. */
function safeBrand(brand: Brand): Brand {
  const tagline = line(brand.tagline)
  return {
    name: line(brand.name) ?? '',
    ...(tagline && { tagline }),
    ...(brand.accent && hexColour.test(brand.accent) && { accent: brand.accent }),
    ...(brand.logoPng && { logoPng: brand.logoPng }),
  }
}

function safeWords(words: CardWords, brand: Brand): CardWords {
  const [label, byline, detail] = [line(words.label), line(words.byline), line(words.detail)]
  const { kind, locale, seed } = words
  return {
    kind,
    title: line(words.title) ?? brand.name,
    ...(locale && { locale }),
    ...(seed && { seed }),
    ...(label && { label }),
    ...(byline && { byline }),
    ...(detail && { detail }),
  }
}

const line = (text: string | undefined) => (text === undefined ? undefined : sanitizeTitle(text))
