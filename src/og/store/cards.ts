import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { type Locale, locales } from '@/i18n/locales'
import type { Brand, CardWords } from '../card/card.ts'
import { cardKey, drawingRevision, versionOf } from '../card/card-key.ts'
import { seedOfEach } from '../card/kawung.ts'
import type { Remarks } from '../card/remarks.ts'
import { cutOf, safeBrand, safeWords } from '../card/safe-words.ts'
import type { CardKind, CardRequest, DocumentKind } from '../http/request.ts'
import { diskCache } from './disk-cache.ts'
import { QueueFullError, type RenderThreadOptions, renderThread } from './render-thread.ts'

/**
 * Whose words may stand on a card that is asked for by its title, without our signature: anybody's, on a plain card;
 * those of what is published; or nobody's.
 */
export type CardAccess = 'open' | 'published' | 'signed'

/** Which document's card is asked for; `locale` is undefined where the address names none. */
export type DocumentRef = { kind: DocumentKind; id: string; locale?: Locale }

/** Whether words must be read anew that may have been kept for a moment. */
export type Reading = { fresh: boolean }

export type CardsOptions = {
  /** The directory of everything the server keeps; cards go into `cards` below it. */
  dataDir: string
  /** The site's identity in this language, or in the one for visitors who ask for none. */
  brand: (locale: Locale | undefined, reading?: Reading) => Promise<Brand>
  /** The words of a document that a visitor may see. Without it, addresses with an `id` find nothing. */
  document?: (ref: DocumentRef, reading?: Reading) => Promise<CardWords | undefined>
  access?: CardAccess
  /** Whether something that is published has this title; asked where access is `published`. */
  published?: (title: string, locale: Locale | undefined) => Promise<boolean>
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
  /** The picture, drawn at the latest now; `admit` is asked before it is drawn, and throws to refuse. */
  png: (admit?: () => void) => Promise<Uint8Array<ArrayBuffer>>
}

export type Preview = { png: Uint8Array<ArrayBuffer>; remarks: Remarks }

/** The address has no signature of ours, and needs one. */
export class UnsignedError extends Error {
  override name = 'UnsignedError'
}

export type Cards = {
  /**
   * The card that a request is for; undefined where its document does not exist. `signed` tells that the address is
   * ours.
   * @throws UnsignedError
   */
  find: (request: CardRequest, signed?: boolean) => Promise<Card | undefined>
  /** The card of these words. */
  of: (words: CardWords) => Promise<Card>
  /** Draws a card of words that are not saved, and keeps nothing of it. */
  preview: (words: CardWords) => Promise<Preview>
  /**
   * Draws the site's card, each script, and every ground, so that the first visitor's card waits for no font and no
   * ground.
   */
  warm: () => Promise<void>
  /** Ends the thread, and waits until what was drawn is on disk. */
  stop: () => Promise<void>
}

const megabyte = 1024 * 1024

/** Cards from memory, else from disk, else drawn: each picture once, however many ask for it at the same time. */
export function createCards(options: CardsOptions): Cards {
  const { root = /* turbopackIgnore: true */ process.cwd(), onFailure, access = 'open' } = options
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
  const writing = new Set<Promise<void>>()
  const underway = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  const readOrDraw = async (key: string, words: CardWords, brand: Brand, admit?: () => void) => {
    const kept = await disk.read(key)
    if (!kept) admit?.()
    const png = kept ?? (await drawn(words, brand)).png
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
      if (!(error instanceof QueueFullError)) onFailure(error)
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
      png: async (admit) => memory.get(key) ?? once(key, words, brand, admit),
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
      // Its page may know of a newer picture than words that were kept.
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
      await thread.render({ kind: 'site', title: everyScript }, { name: '' })
      const brand = safeBrand(await options.brand(undefined))
      // Other grounds, those of plain cards in a language, are drawn with their first card.
      for (const kind of [...locales.map((locale) => ({ locale })), { plain: true }]) {
        for (const seed of seedOfEach()) {
          await thread.render({ kind: 'site', title: '.', seed, ...kind }, brand)
        }
      }
      // Code is quick after it has run for a while.
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

/** Cards after which the engine has compiled what draws them. */
const practice = 24

/** A title that makes the thread load fonts of every script. */
export const everyScript = 'Ж Ω ế ا א ก अ 你 か 한 → ∑ 𝔽 ⠿ ☺ ⁿ 👋'

type TitleRequest = { kind: CardKind; title: string; written: string; locale?: Locale }

const unsigned = 'A title needs our signature here: ask for the card of a document by `kind` and `id`.'
