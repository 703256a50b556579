/**
 * Tells crawlers what they may fetch (RFC 9309): every page, its pictures and its cards, but not the admin panel or
 * the REST API, whose responses are not for readers.
 */
export function robots(origin: string): string {
  return [
    'User-agent: *',
    'Allow: /api/og',
    'Allow: /api/media/',
    'Disallow: /admin',
    'Disallow: /api/',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n')
}
