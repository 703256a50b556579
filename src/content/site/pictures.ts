import type { Locale } from '@/i18n/locales'
import type { Media } from '@/payload-types'
import { documentsById } from '../cms'
import { eachLanguage, termOf } from '../terms/terms'
import type { Picture } from '../views'

export const mediaPath = (filename: string) => `/api/media/file/${encodeURIComponent(filename)}`

/** Returns the pictures with these ids, by id. Ids that do not exist are left out. */
export async function picturesById(ids: Iterable<unknown>, locale: Locale): Promise<Map<string, Picture>> {
  const wanted = [...ids].filter((id) => typeof id === 'string')
  const docs = await documentsById('media', wanted)
  return new Map(docs.flatMap((media) => (media.filename ? [[media.id, pictureOf(media, locale)]] : [])))
}

function pictureOf(media: Media, locale: Locale): Picture {
  const caption = termOf(eachLanguage(media.caption), locale)?.text
  const sources = Object.values(media.sizes ?? {}).flatMap((size) =>
    size?.filename && size.width ? [`${mediaPath(size.filename)} ${size.width}w`] : [],
  )
  if (sources.length > 0 && media.width) sources.push(`${mediaPath(media.filename ?? '')} ${media.width}w`)
  return {
    src: mediaPath(media.filename ?? ''),
    ...(sources.length > 0 ? { srcSet: sources.join(', ') } : {}),
    ...(media.width && media.height ? { width: media.width, height: media.height } : {}),
    ...(media.placeholder ? { placeholder: media.placeholder } : {}),
    alt: termOf(eachLanguage(media.alt), locale)?.text ?? '',
    ...(caption ? { caption } : {}),
  }
}
