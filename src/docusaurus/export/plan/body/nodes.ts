import { posix } from 'node:path'
import type { Locale } from '@/i18n/locales'
import type { LexicalNode, LinkFields } from '@/richtext/nodes'
import type { ExportSite } from '../export-plan'
import type { PicturePlaces } from '../pictures'

type Surroundings = {
  pictures: PicturePlaces
  site: Pick<ExportSite, 'places' | 'pageOf'>
  locale: Locale
  /** The path of the post in the site, and within the folder of its language. */
  file: string
  relative: string
}

/**
 * The blocks of a body with addresses where the CMS has documents: pictures by the file that is exported, links to
 * articles by their file, as Docusaurus takes them.
 */
export const addressed = (nodes: readonly LexicalNode[], around: Surroundings): LexicalNode[] =>
  nodes.map((node) => withAddresses(node, around))

/** A copy where something had to change, else the same value. Only what may hold nodes or addresses is looked at. */
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
  // What readers see of a picture that has no words here are those of the library.
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

/** A link from one post's file to another's. */
function fileAddress(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return encodeURI(path.startsWith('.') ? path : `./${path}`)
}
