import { withPayload } from '@payloadcms/next/withPayload'

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
]

/**
 * Next lets caches in between keep a page for a year, and can purge none of them: a publication would not be seen. They
 * ask again each time, which the page's ETag makes cheap. A draft's preview keeps Next's `no-store`.
 */
const askAgain = [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Old addresses end in a slash or in .html: proxy.ts sends them on in one step instead of two.
  skipTrailingSlashRedirect: true,
  // `npm run check` does it, tests included, and a start on a fresh machine need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Else a page that is rendered for each request has its title in the body, and a script to move it to the head.
  htmlLimitedBots: /.*/,
  experimental: {
    // Next forgets at a restart which pages were purged, and would serve what it had kept on disk.
    isrFlushToDisk: false,
    // Errors are told by the names of their classes: minified, a refusal says "An unknown error occurred".
    serverMinification: false,
  },
  // One copy in the process: bundled, each route has a Payload of its own, does not know the refusals (`instanceof`) of the
  // one that was loaded first, and tells the admin panel nothing of the field that was refused.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    '@payloadcms/email-nodemailer',
    'sharp',
    'satori',
    'pg',
  ],
  // Addresses of articles have no dots, so what ends in .md can be none of them.
  rewrites: async () => [
    { source: '/:locale(id|en)/blog/:slug([^/]+)\\.md', destination: '/:locale/blog/:slug/markdown' },
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/:locale(id|en)', headers: askAgain },
    { source: '/:locale(id|en)/:path((?!preview/).*)', headers: askAgain },
    // The names of fonts carry a version.
    {
      source: '/fonts/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
}

const withAdmin = withPayload(config, { devBundleServerPackages: false })

/** Payload asks every browser for its colour scheme, and varies every answer by it: only the admin panel looks at it. */
async function headers() {
  const all = await withAdmin.headers()
  return all.map((entry) =>
    entry.headers.some(({ key }) => key === 'Critical-CH') ? { ...entry, source: '/admin/:path*' } : entry,
  )
}

export default { ...withAdmin, headers }
