import type { Locale } from '@/i18n/locales'
import { cardTitle } from '../../format/hero'
import { isLocal, sitePath } from '../../format/local-picture'
import { Refusal } from '../../format/refusal'
import type { ExportPicture, ExportSite } from './export-plan'

/** Decides where pictures go, and by which addresses posts name them. */
export class PicturePlaces {
  readonly #kept: ReadonlyMap<string, string>
  readonly #pictures: ReadonlyMap<string, ExportPicture>
  /** The hash of the bytes at each path that is taken. */
  readonly #taken: Map<string, string>

  constructor({ keptPictures, pictures }: Pick<ExportSite, 'keptPictures' | 'pictures'>) {
    this.#kept = keptPictures
    this.#pictures = new Map(pictures.map((picture) => [picture.id, picture]))
    this.#taken = new Map([...keptPictures].filter(([path]) => isLocal(path)))
  }

  /** The hashes of all picture files, by their paths in the site. */
  get files(): ReadonlyMap<string, string> {
    return this.#taken
  }

  altOf(picture: unknown, locale: Locale): string | undefined {
    return this.#pictures.get(idOf(picture))?.alt[locale]
  }

  /**
   * The address of a picture. It is the address that the author wrote, as long as the picture there is still this one.
   * Otherwise it is the address of a file in static/.
   */
  addressOf(picture: unknown, written: string | null | undefined, post: string): string {
    const known = this.#pictures.get(idOf(picture))
    if (!known) return written ?? ''
    const path = written ? pathOf(written, post) : undefined
    if (written && path !== undefined) {
      const meant = this.#kept.get(path) ?? known.sha256
      const there = this.#taken.get(path) ?? known.sha256
      if (meant === known.sha256 && there === known.sha256) {
        if (isLocal(written)) this.#taken.set(path, known.sha256)
        return written
      }
    }
    return this.#newPlace(known)
  }

  /** The address of a post's own picture. A picture that was chosen here replaces a card of the old system. */
  heroOf(
    { picture, address }: { picture: string | null; address: string | null },
    post: string,
  ): string | null {
    const isCard = address !== null && cardTitle(address) !== undefined
    return this.addressOf(picture, isCard && picture ? null : address, post) || null
  }

  #newPlace({ name, sha256 }: ExportPicture): string {
    const [, stem = '', extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(fileName(name)) ?? []
    for (const candidate of [`${stem}${extension}`, `${stem}-${sha256.slice(0, 8)}${extension}`]) {
      const there = this.#taken.get(`static/img/${candidate}`) ?? sha256
      if (there !== sha256) continue
      this.#taken.set(`static/img/${candidate}`, sha256)
      return `/img/${encodeURIComponent(candidate)}`
    }
    throw new Error(`Expected a free name for the picture ${name} (${sha256}), found none.`)
  }
}

const idOf = (picture: unknown): string => {
  const id = typeof picture === 'object' && picture !== null && 'id' in picture ? picture.id : picture
  return typeof id === 'string' ? id : ''
}

/** The path of the site that an address of a post names. An address on another host stays as it is. */
function pathOf(address: string, post: string): string | undefined {
  if (!isLocal(address)) return address
  try {
    return sitePath(address, post, 1)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A file name that is one segment of a path on every system and needs no escapes in Markdown. */
const fileName = (name: string) => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'picture'
