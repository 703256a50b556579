import type { PlannedHero } from '../import/plan/import-plan'

/** Reads the address of a post's picture. */
export function heroOf(address: string, file: string | undefined): PlannedHero {
  return { address, ...(file === undefined ? {} : { file }), generatedCard: cardTitle(address) !== undefined }
}

/**
 * The title that a card of the old system shows: an address with a `title` parameter on a path whose last
 * segment starts with `og`. Undefined for any other picture.
 */
export function cardTitle(address: string): string | undefined {
  if (!URL.canParse(address, 'https://site.invalid')) return undefined
  const { pathname, searchParams } = new URL(address, 'https://site.invalid')
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return /^og/i.test(last) ? (searchParams.get('title') ?? undefined) : undefined
}
