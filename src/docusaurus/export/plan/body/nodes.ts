import { posix } from 'node:path'
import type { Locale } from '@/i18n/locales'
import type { LexicalNode, LinkFields } from '@/richtext/nodes'
import type { ExportSite } from '../export-plan'
import type { PicturePlaces } from '../pictures'

type Surroundings = {
  pictures: PicturePlaces
  site: Pick<ExportSite, 'places' | 'pageOf'>
  locale: Locale
  /** The path of the post in the site. */
  file: string
  /** The path of the post within the folder of its language. */
  relative: string
}

/**
 * The blocks of a body with addresses in place of documents of the CMS. A picture gets the address of its exported
 * file. A link to an article gets the path of that article's file, as Docusaurus expects it.
 */
export const addressed = (nodes: readonly LexicalNode[], around: Surroundings): LexicalNode[] =>
  nodes.map((node) => withAddresses(node, around))

/** Copies a value only if something in it changes. Only the keys that may hold nodes or addresses are looked at. */
function withAddresses<Value>(value: Value, around: Surroundings): Value {
  if (typeof value !== 'object' || value === null) return value
  let changed: object | undefined
  for (const key of ['children', 'fields', 'content', 'root'] as const) {
    const inner: unknown = Reflect.get(value, key)
    if (typeof inner !== 'object' || inner === null) continue
    const next = Array.isArray(inner) ? eachWithAddresses(inner, around) : fieldsByAddress(inner, around)
    if (next !== inner) changed = { ...(changed ?? value), [key]: next }
  }
  return (changed ?? value) as Value
}

function eachWithAddresses(nodes: readonly unknown[], around: Surroundings): readonly unknown[] {
  const changed = nodes.map((node) => withAddresses(node, around))
  return changed.every((node, index) => node === nodes[index]) ? nodes : changed
}

function fieldsByAddress(fields: object, around: Surroundings): object {
  if (isPicture(fields)) return pictureByAddress(fields, around)
  return isInternalLink(fields) ? linkByAddress(fields, around) : withAddresses(fields, around)
}

type PictureFields = { blockType: string; picture?: unknown; address?: string; alt?: string }

const isPicture = (value: object): value is PictureFields =>
  'blockType' in value && (value.blockType === 'image' || value.blockType === 'inlineImage')

function pictureByAddress(fields: PictureFields, { pictures, locale, file }: Surroundings): PictureFields {
  const { picture, ...rest } = fields
  if (!picture) return fields
  const address = pictures.addressOf(picture, fields.address, file)
  // A picture without words of its own is shown to readers with those of the library.
  const alt = fields.alt || (fields.address ? '' : (pictures.altOf(picture, locale) ?? ''))
  return { ...rest, address, alt }
}

const isInternalLink = (value: object): value is LinkFields =>
  'linkType' in value && value.linkType === 'internal' && 'doc' in value

function linkByAddress(fields: LinkFields, { site, locale, relative }: Surroundings): LinkFields {
  const { doc, ...rest } = fields
  const id =
    typeof doc?.value === 'object' && doc.value !== null && 'id' in doc.value ? doc.value.id : doc?.value
  if (!doc || typeof id !== 'string') return fields
  const place = doc.relationTo === 'articles' ? site.places.get(id) : undefined
  const url =
    place === undefined
      ? site.pageOf({ relationTo: doc.relationTo, id }, locale)
      : fileAddress(relative, place)
  return { ...rest, linkType: 'custom', url: url ?? '' }
}

/** The address of one post's file in a link of another: `2024/a.md, b.md -> ../b.md`. */
function fileAddress(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return encodeURI(path.startsWith('.') ? path : `./${path}`)
}
