/** The picture of a post itself, which its front matter names. */
export type Hero = {
  /** The address as the post writes it. */
  address: string
  /** The file of the site, where the address is a local one. */
  file?: string
  /** Whether the old system drew it as a card. Such a picture is kept for the export and never requested. */
  generatedCard: boolean
}

/** Makes the hero of an address in a post's front matter. */
export function heroOf(address: string, file: string | undefined): Hero {
  return { address, ...(file === undefined ? {} : { file }), generatedCard: cardTitle(address) !== undefined }
}

/**
 * The title on a card of the old system, whose address has a parameter `title` and a last segment that starts with
 * `og`. Undefined for any other picture.
 *
 *     /api/og?title=Hello -> Hello
 *     /img/bread.png?title=Hello -> undefined
 */
export function cardTitle(address: string): string | undefined {
  if (!URL.canParse(address, 'https://site.invalid')) return undefined
  const { pathname, searchParams } = new URL(address, 'https://site.invalid')
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return /^og/i.test(last) ? (searchParams.get('title') ?? undefined) : undefined
}
