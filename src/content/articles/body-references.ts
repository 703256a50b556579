import type { Locale } from '@/i18n/locales'
import type { Body } from '@/richtext/nodes'
import { hrefFor } from '@/site/hrefs'
import { asVisitor, cms } from '../cms'
import { picturesById } from '../site/pictures'
import type { Picture } from '../views'

/** Returns the pictures in a body's blocks, by id. */
export const bodyPictures = (body: Body | null | undefined, locale: Locale): Promise<Map<string, Picture>> =>
  picturesById(
    [...objectsIn(body)].map(({ picture }) => picture),
    locale,
  )

/**
 * Returns the addresses of the published documents that a body links to, by id. Documents that a reader cannot open
 * are left out.
 */
export async function linkTargets(
  body: Body | null | undefined,
  locale: Locale,
): Promise<Map<string, string>> {
  const ids = [...objectsIn(body)].flatMap(({ linkType, doc }) => {
    const { relationTo, value } = (doc ?? {}) as { relationTo?: string; value?: unknown }
    return linkType === 'internal' && typeof value === 'string' ? [{ relationTo, value }] : []
  })
  const targets = new Map<string, string>()
  for (const [collection, page] of [
    ['articles', 'article'],
    ['projects', 'project'],
  ] as const) {
    const wanted = ids.filter(({ relationTo }) => relationTo === collection).map(({ value }) => value)
    if (wanted.length === 0) continue
    const { docs } = await (await cms()).find({
      collection,
      where: { id: { in: wanted } },
      select: { slug: true },
      limit: wanted.length,
      pagination: false,
      ...asVisitor(locale),
    })
    for (const { id, slug } of docs) if (slug) targets.set(id, hrefFor({ page, locale, slug }))
  }
  return targets
}

/** Yields every object inside a serialized body: nodes, and the fields of blocks and links. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const part of Object.values(value)) yield* objectsIn(part)
}
