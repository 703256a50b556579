/**
 * What crawlers may fetch (RFC 9309): every page, its pictures and its cards; not the admin panel or the REST
 * interface, whose answers are nobody's reading.
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
