import { withPayload } from '@payloadcms/next/withPayload'

const megabyte = 1024 * 1024

/**
 * Next lets shared caches keep a page for a year and cannot purge them, so readers would not see a publication. With
 * this header the caches ask again each time, which the page's ETag makes cheap. A draft's preview keeps Next's
 * `no-store`.
 */
const askAgain = [{ key: 'Cache-Control', value: 'public, max-age=0, must-revalidate' }]

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Old addresses end in a slash or in .html. proxy.ts redirects them in one step instead of two.
  skipTrailingSlashRedirect: true,
  // `npm run check` checks the types, tests included. A start on a fresh machine need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // Without this, a page that is rendered per request has its title in the body and a script that moves it to the head.
  htmlLimitedBots: /.*/,
  // A small cache is enough, because finished answers are kept in front of it (src/server/answers).
  cacheMaxMemorySize: 24 * megabyte,
  experimental: {
    // The admin panel is most of the program. Next loads it when somebody opens it.
    preloadEntriesOnStart: false,
    // After a restart Next no longer knows which pages were purged, and would serve the old ones from disk.
    isrFlushToDisk: false,
    // The admin panel sends a form's state with every pause in typing. Larger ones are refused in words before they come
    // here (src/server/guards/body-bound.ts); a test holds the two to one another.
    serverActions: { bodySizeLimit: 32 * megabyte },
    // Errors are recognized by the names of their classes. Minified, a refusal says "An unknown error occurred".
    serverMinification: false,
  },
  // One copy in the process. Bundled, each route would have a Payload of its own, which does not recognize the refusals
  // (`instanceof`) of the copy that was loaded first, and does not tell the admin panel which field was refused.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-postgres',
    '@payloadcms/drizzle',
    '@payloadcms/email-nodemailer',
    'sharp',
    'satori',
    'pg',
  ],
  // Slugs of articles have no dots, so an address that ends in .md cannot be an article's own.
  // A test holds the languages in these patterns to the list (src/i18n/languages.ts).
  rewrites: async () => [
    { source: '/:locale(id|en)/blog/:slug([^/]+)\\.md', destination: '/:locale/blog/:slug/markdown' },
  ],
  // The headers that keep a browser safe are set in front of Next (src/server/headers), for every answer.
  headers: async () => [
    { source: '/:locale(id|en)', headers: askAgain },
    { source: '/:locale(id|en)/:path((?!preview/).*)', headers: askAgain },
    // The names of fonts contain a version.
    {
      source: '/fonts/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
}

const withAdmin = withPayload(config, { devBundleServerPackages: false })

/** Payload asks every browser for its colour scheme and varies every answer by it. Only the admin panel uses it. */
async function headers() {
  const all = await withAdmin.headers()
  return all.map((entry) =>
    entry.headers.some(({ key }) => key === 'Critical-CH') ? { ...entry, source: '/admin/:path*' } : entry,
  )
}

export default { ...withAdmin, headers }
