import type { Article } from '@/payload-types'
import type { Body } from '@/richtext/nodes'
import { isLocal } from '../../format/local-picture'
import { isPictureFields } from '../post/picture-fields'

/** The ids of pictures in the media library, by their paths in the site or by their addresses on another host. */
export type PictureIds = Map<string, string>

/** The body with the ids of its pictures. Each picture keeps its address for the export. */
export function withPictures(
  body: Body,
  pictures: readonly { address: string; file: string }[],
  ids: PictureIds,
): Body {
  const byAddress = new Map(
    pictures.flatMap(({ address, file }) => {
      const id = ids.get(file)
      return id === undefined ? [] : [[address, id]]
    }),
  )
  return JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    const id = isPictureFields(value) && (byAddress.get(value.address) ?? remoteId(value.address, ids))
    return id ? { ...(value as object), picture: id } : value
  }) as Body
}

const remoteId = (address: string, ids: PictureIds) => (isLocal(address) ? undefined : ids.get(address))

/** The pictures on other hosts that an article took in before, by their addresses. */
export function remotePicturesIn({ body, hero }: Pick<Article, 'body' | 'hero'>): PictureIds {
  const ids: PictureIds = new Map()
  const note = (address: unknown, picture: unknown) => {
    if (typeof address === 'string' && typeof picture === 'string' && !isLocal(address))
      ids.set(address, picture)
  }
  note(hero?.address, hero?.picture)
  JSON.parse(JSON.stringify(body ?? null), (_, value: unknown) => {
    if (isPictureFields(value)) note(value.address, value.picture)
    return value
  })
  return ids
}
