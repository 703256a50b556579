import type { PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import { asDraft, asPublished } from '@/publishing/published/status'
import { keepUnsafeAddresses } from '@/richtext/editor/standing-addresses'
import type { Item } from '../../../format/report'
import { type PictureIds, withPictures } from '../../pictures/body-pictures'
import type { PlannedArticle, PlannedText } from '../../plan/import-plan'
import { unpackBody } from '../../post/packed-body'
import { isPayloadRefusal, type PayloadRefusal } from '../payload-refusal'

/** One language of an article may not be saved. Then nothing of the article is saved. */
export class TextRefused extends Error {
  override name = 'TextRefused'
  readonly locale: Locale
  readonly item: Item
  constructor(locale: Locale, item: Item, cause: unknown) {
    super(item.message, { cause })
    this.locale = locale
    this.item = item
  }
}

/** The fields that both languages of an article share. */
export type SharedFields = { sourceLocale?: Locale; authors?: string[]; tags?: string[] }

type Save = {
  id: string | undefined
  article: PlannedArticle
  locale: Locale
  text: PlannedText
  shared: SharedFields
  goesOffline: boolean
}

/**
 * Saves one language of an article, as a draft or online as its file says.
 * @throws TextRefused
 */
export async function saveText(
  req: PayloadRequest,
  { id, article, locale, text, shared, goesOffline }: Save,
  pictures: PictureIds,
): Promise<Article> {
  const { hero } = text
  const data = {
    ...shared,
    title: text.title,
    slug: text.slug,
    description: text.description ?? null,
    body: withPictures(unpackBody(text.body), text.pictures, pictures) as Article['body'],
    hero: {
      address: hero?.address ?? null,
      picture: (hero && pictures.get(hero.file ?? hero.address)) ?? null,
    },
    keywords: text.keywords,
    publishedAt: text.publishedAt,
    contentUpdatedAt: text.updatedAt ?? null,
    unlisted: text.unlisted,
    ...(text.draft ? {} : asPublished),
    ...(goesOffline ? asDraft : {}),
  }
  const common = { collection: 'articles', locale, fallbackLocale: false, depth: 0, req } as const
  const draft = text.draft && !goesOffline
  // Unsafe addresses are kept for the export. No page of ours shows them.
  keepUnsafeAddresses(req)
  try {
    return id
      ? await req.payload.update({ ...common, id, data, draft })
      : await req.payload.create({ ...common, data: { ...data, importPath: article.importPath }, draft })
  } catch (error) {
    if (!isPayloadRefusal(error)) throw error
    const item = { file: text.file, line: 1, code: codeOf(error), message: messageOf(error) }
    throw new TextRefused(locale, item, error)
  }
}

const codeOf = ({ status }: PayloadRefusal) => (status === 409 ? 'address-taken' : 'not-accepted')

const messageOf = ({ message, data }: PayloadRefusal) =>
  [message, ...(data?.errors ?? []).map((one) => `${one.path}: ${one.message}`)].join(' ')
