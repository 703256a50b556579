import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { isNamed } from '@/error-named'
import { type Locale, locales } from '@/i18n/locales'
import { countOne } from '@/metrics/measures'
import type { Brand, CardWords } from '../card/card.ts'
import { cardKey, drawingRevision, versionOf } from '../card/card-key.ts'
import { seedOfEach } from '../card/kawung.ts'
import type { Remarks } from '../card/remarks.ts'
import { cutOf, safeBrand, safeWords } from '../card/safe-words.ts'
import type { CardKind, CardRequest, DocumentKind } from '../http/request.ts'
import { diskCache } from './disk-cache.ts'
import { type QueueFullError, type RenderThreadOptions, renderThread } from './render-thread.ts'

/**
 * The titles that a card may show when its address has no signature of ours: any title, on a plain card ('open');
 * titles of published documents ('published'); or none ('signed').
 */
export type CardAccess = 'open' | 'published' | 'signed'

/** The document whose card is asked for. `locale` is undefined when the address names none. */
export type DocumentRef = { kind: DocumentKind; id: string; locale?: Locale }

/** `fresh` asks to read the words again instead of taking ones that were cached for a moment. */
type Reading = { fresh: boolean }

export type CardsOptions = {
  /** The directory of everything that the server keeps. Cards go into its folder `cards`. */
  dataDir: string
  /** Returns the site's identity in this language, or in the default one when the address names no language. */
  brand: (locale: Locale | undefined, reading?: Reading) => Promise<Brand>
  /** Returns the words of a document that visitors may see. Without it, addresses with an `id` find nothing. */
  document?: (ref: DocumentRef, reading?: Reading) => Promise<CardWords | undefined>
  access?: CardAccess
  /** Tells whether a published document has this title. Called when access is `published`. */
  published?: (title: string, locale: Locale | undefined) => Promise<boolean>
  /**
   * Receives errors that an operator should know and no visitor sees, such as a full disk or a thread that died
   * while drawing.
   */
  onFailure: (error: unknown) => void
  /** The directory that holds src and node_modules. Defaults to the one in which the server was started. */
  root?: string
  diskLimit?: number
  memoryLimit?: number
  thread?: Omit<RenderThreadOptions, 'root'>
}

type Card = {
  /** The picture's name. Equal pictures have equal keys. */
  key: string
  /** The `v` of the card's address. */
  version: string
  /**
   * Returns the picture, and draws it now if it does not exist yet. `admit` is called before drawing, and throws to
   * refuse.
   */
  png: (admit?: () => void) => Promise<Uint8Array<ArrayBuffer>>
}

type Preview = { png: Uint8Array<ArrayBuffer>; remarks: Remarks }

/** The address has no signature of ours but needs one. */
export class UnsignedError extends Error {
  override readonly name = 'UnsignedError'
}

export type Cards = {
  /**
   * Returns the card that a request asks for, or undefined when its document does not exist. `signed` tells that
   * the address carries our signature.
   * @throws UnsignedError
   */
  find: (request: CardRequest, signed?: boolean) => Promise<Card | undefined>
  /** Returns the card of these words. */
  of: (words: CardWords) => Promise<Card>
  /** Draws a card of unsaved words and keeps nothing of it. */
  preview: (words: CardWords) => Promise<Preview>
  /**
   * Draws the site's card and the most common grounds, so that the first visitor's card does not wait for a Latin letter
   * or a ground. The fonts of other scripts, which hold 45 MB, are read with the first card that needs them.
   */
  warm: () => Promise<void>
  /** Stops the thread, and waits until all drawn cards are on disk. */
  stop: () => Promise<void>
}

const megabyte = 1024 * 1024

/**
 * Creates the store of cards. A card comes from memory, from disk or from drawing, in this order. Each picture is
 * drawn once, however many requests ask for it at the same time.
 */
export function createCards(options: CardsOptions): Cards {
  const { root = /* turbopackIgnore: true */ process.cwd(), onFailure, access = 'open' } = options
  const revision = drawingRevision(root)
  const memory = new LRUCache<string, Uint8Array<ArrayBuffer>>({
    maxSize: options.memoryLimit ?? 16 * megabyte,
    sizeCalculation: (png) => png.byteLength,
  })
  const disk = diskCache({
    directory: path.join(options.dataDir, 'cards'),
    limit: options.diskLimit ?? 256 * megabyte,
    onFailure,
  })
  const thread = renderThread({ ...options.thread, root })
  const writing = new Set<Promise<void>>()
  const underway = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  const readOrDraw = async (key: string, words: CardWords, brand: Brand, admit?: () => void) => {
    const kept = await disk.read(key)
    if (!kept) admit?.()
    const png = kept ?? (await drawn(words, brand)).png
    countOne('cards', kept ? 'disk' : 'drawn')
    memory.set(key, png)
    if (!kept) keep(key, png)
    return png
  }

  const keep = (key: string, png: Uint8Array) => {
    const write = disk.write(key, png).finally(() => writing.delete(write))
    writing.add(write)
  }

  const drawn = async (words: CardWords, brand: Brand, remarks = false) => {
    try {
      return await thread.render(words, brand, remarks)
    } catch (error) {
      if (!isNamed<QueueFullError>(error, 'QueueFullError')) onFailure(error)
      throw error
    }
  }

  const once = (key: string, words: CardWords, brand: Brand, admit?: () => void) => {
    const started = underway.get(key)
    if (started) return started
    const promise = readOrDraw(key, words, brand, admit).finally(() => underway.delete(key))
    underway.set(key, promise)
    return promise
  }

  const of = async (unsafe: CardWords, reading?: Reading): Promise<Card> => {
    const brand = safeBrand(await options.brand(unsafe.locale, reading))
    const words = safeWords(unsafe, brand)
    const key = cardKey(words, brand, revision)
    return {
      key,
      version: versionOf(key),
      png: async (admit) => {
        const kept = memory.get(key)
        if (kept) countOne('cards', 'memory')
        return kept ?? once(key, words, brand, admit)
      },
    }
  }

  const site = async (locale?: Locale, reading?: Reading): Promise<CardWords> => ({
    kind: 'site',
    title: (await options.brand(locale, reading)).name,
    ...(locale && { locale }),
  })

  const titled = async (request: TitleRequest, signed: boolean): Promise<CardWords> => {
    const { kind, title, written, locale } = request
    const words = { title, ...(locale && { locale }) }
    if (signed) return { ...words, kind }
    if (access === 'signed') throw new UnsignedError(unsigned)
    if (access === 'open') return { ...words, kind: 'site', plain: true }
    return (await options.published?.(written, locale)) ? { ...words, kind: 'site' } : site(locale)
  }

  const found = async (request: CardRequest, signed: boolean, reading?: Reading) => {
    const { locale } = request
    if (request.of === 'site') return of(await site(locale, reading), reading)
    if (request.of === 'title') return of(await titled(request, signed), reading)
    const { kind, id } = request
    const words = await options.document?.({ kind, id, ...(locale && { locale }) }, reading)
    return words && of(words, reading)
  }

  return {
    of,
    async find(request, signed = false) {
      const card = await found(request, signed)
      // The page that links here may know a newer picture than the words that were cached.
      const outdated = card && request.version && request.version !== card.version
      return outdated ? found(request, signed, { fresh: true }) : card
    },
    async preview(unsafe) {
      const brand = safeBrand(await options.brand(unsafe.locale))
      const words = safeWords(unsafe, brand)
      const { png, remarks } = await drawn(words, brand, true)
      const { shortened, missing } = cutOf(unsafe)
      return {
        png,
        remarks: {
          shortened: [...new Set([...shortened, ...(remarks?.shortened ?? [])])],
          missing: [...new Set([...missing, ...(remarks?.missing ?? [])])],
        },
      }
    },
    async warm() {
      const card = await of(await site())
      await card.png()
      const brand = safeBrand(await options.brand(undefined))
      // All other grounds, such as those of plain cards in a language, are drawn with their first card.
      for (const kind of [...locales.map((locale) => ({ locale })), { plain: true }]) {
        for (const seed of seedOfEach()) {
          await thread.render({ kind: 'site', title: '.', seed, ...kind }, brand)
        }
      }
      // JavaScript gets faster after it has run for a while.
      for (let length = 1; length <= practice; length++) {
        await thread.render({ kind: 'article', title: 'Terbit '.repeat(length), plain: true }, brand)
      }
    },
    async stop() {
      await thread.stop()
      await Promise.all(writing)
    },
  }
}

/** The number of cards after which the engine has compiled the code that draws. */
const practice = 24

type TitleRequest = { kind: CardKind; title: string; written: string; locale?: Locale }

const unsigned = 'A title needs our signature here. Ask for the card of a document by `kind` and `id`.'
