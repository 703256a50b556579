/** A room of the house: its files, and the rooms that they may import. It may always import itself and `locales/`. */
export type Room = {
  name: string
  files: RegExp
  /** Rooms whose values and types it may import. */
  imports: string[]
  /** Rooms of which it may import only types. */
  types?: string[]
  /** True for a room that imports neither a framework nor anything that reads, writes or listens. */
  pure?: true
}

/**
 * Says which room may import which. A file belongs to the first room whose pattern it matches.
 * `docs/architecture.md` says the same in words.
 */
export const rooms: Room[] = [
  // Entry points. They boot Payload once and hand it inward.
  {
    name: 'command',
    files: /^src\/\w+\/[\w-]+-command\.ts$/,
    imports: [
      'access',
      'backup',
      'commands',
      'database',
      'docusaurus',
      'docusaurus-apply',
      'env',
      'search',
      'security',
      'server',
    ],
  },
  {
    name: 'app',
    files: /^app\//,
    imports: [
      'content',
      'events',
      'ui',
      'og',
      'feeds',
      'seo',
      'site',
      'i18n',
      'publishing',
      'search',
      'security',
      'admin',
      'env',
    ],
  },
  {
    name: 'server',
    files: /^src\/server\//,
    imports: [
      'database',
      'demonstration',
      'env',
      'events',
      'i18n',
      'logs',
      'media',
      'metrics',
      'migrations',
      'publishing',
      'richtext',
      'search',
      'security',
      'site',
      'ui',
    ],
  },
  {
    name: 'collections',
    files: /^collections\//,
    imports: [
      'access',
      'env',
      'i18n',
      'media',
      'og',
      'projects',
      'publishing',
      'richtext',
      'search',
      'security',
      'site',
    ],
  },

  // Rooms of the product that need a database or a request.
  {
    name: 'content',
    files: /^src\/content\//,
    imports: [
      'access',
      'database',
      'env',
      'error-named',
      'i18n',
      'markdown',
      'og',
      'published',
      'publishing',
      'richtext',
      'search',
      'search-analysis',
      'security',
      'site',
    ],
    types: ['feeds'],
  },
  {
    name: 'backup',
    files: /^src\/backup\//,
    imports: ['commands', 'database', 'demonstration', 'env', 'events', 'publishing', 'error-named'],
  },
  {
    name: 'published',
    files: /^src\/publishing\/published\//,
    imports: ['database', 'i18n'],
  },
  {
    name: 'publishing',
    files: /^src\/publishing\//,
    imports: ['access', 'database', 'env', 'events', 'i18n', 'published', 'richtext', 'site'],
  },
  {
    name: 'docusaurus-apply',
    files: /^src\/docusaurus\/(import\/(read|apply|pictures)|export\/(read|write))\//,
    imports: [
      'access',
      'database',
      'docusaurus',
      'env',
      'events',
      'i18n',
      'markdown',
      'mentions',
      'merge',
      'projects',
      'published',
      'publishing',
      'richtext',
      'sha256',
      'site',
    ],
  },
  {
    name: 'projects',
    files: /^src\/projects\/write\//,
    imports: ['access', 'database', 'i18n', 'mentions', 'merge', 'published', 'publishing', 'richtext'],
  },
  {
    name: 'search-analysis',
    files: /^src\/search\/analysis\//,
    imports: [],
    pure: true,
  },
  {
    name: 'search',
    files: /^src\/search\//,
    imports: ['database', 'events', 'i18n', 'published', 'publishing', 'richtext', 'search-analysis'],
  },
  {
    name: 'demonstration',
    files: /^src\/demonstration\//,
    imports: ['database', 'i18n', 'markdown', 'published'],
    types: ['richtext'],
  },
  {
    name: 'media',
    files: /^src\/media\//,
    imports: ['access', 'database', 'env', 'error-named', 'i18n', 'sha256', 'site'],
  },
  {
    name: 'access',
    files: /^src\/access\//,
    imports: ['commands', 'env', 'i18n', 'published', 'richtext', 'site'],
  },
  {
    name: 'security',
    files: /^src\/security\//,
    imports: ['access', 'commands', 'database', 'env', 'i18n', 'sha256', 'site'],
  },
  { name: 'events', files: /^src\/events\//, imports: ['database'], types: ['i18n'] },
  { name: 'database', files: /^src\/database\//, imports: ['env', 'metrics'] },
  { name: 'metrics', files: /^src\/metrics\//, imports: [] },
  { name: 'logs', files: /^src\/logs\//, imports: [] },
  { name: 'og', files: /^src\/og\//, imports: ['env', 'error-named', 'i18n', 'metrics', 'sha256', 'site'] },

  // Rooms that show things.
  { name: 'ui', files: /^src\/ui\//, imports: ['i18n', 'site'], types: ['content', 'richtext'] },
  {
    name: 'admin',
    files: /^src\/admin\//,
    imports: ['i18n', 'publishing', 'site'],
    types: ['merge', 'og', 'projects', 'richtext', 'security'],
  },

  // Rooms that decide, using only their arguments.
  {
    name: 'richtext',
    files: /^src\/richtext\//,
    imports: ['error-named', 'i18n', 'site'],
    types: ['content'],
  },
  {
    name: 'mentions',
    files: /^src\/projects\//,
    imports: ['i18n', 'markdown', 'merge', 'richtext', 'site'],
    pure: true,
  },
  {
    name: 'docusaurus',
    files: /^src\/docusaurus\//,
    imports: ['commands', 'i18n', 'markdown', 'merge', 'sha256', 'site'],
    types: ['richtext'],
    pure: true,
  },
  { name: 'markdown', files: /^src\/markdown\//, imports: ['i18n', 'site'], types: ['richtext'], pure: true },
  { name: 'feeds', files: /^src\/feeds\//, imports: ['i18n', 'site'], types: ['content'], pure: true },
  { name: 'seo', files: /^src\/seo\//, imports: ['i18n', 'site'], types: ['content'], pure: true },
  // Payload's own words, which only its configuration reads.
  { name: 'payload-languages', files: /^src\/i18n\/payload-languages\.ts$/, imports: ['i18n'] },
  { name: 'i18n', files: /^src\/i18n\//, imports: ['site'], pure: true },
  { name: 'commands', files: /^src\/commands\//, imports: ['i18n'], pure: true },
  { name: 'merge', files: /^src\/merge\//, imports: [], pure: true },
  { name: 'site', files: /^src\/site\//, imports: ['i18n'], pure: true },
  { name: 'error-named', files: /^src\/error-named\.ts$/, imports: [], pure: true },
  { name: 'sha256', files: /^src\/sha256\.ts$/, imports: [], pure: true },
  { name: 'env', files: /^src\/env\.ts$/, imports: [], pure: true },
  { name: 'payload-types', files: /^src\/payload-types\.ts$/, imports: [], pure: true },
  { name: 'migrations', files: /^migrations\//, imports: [] },
]

/** Generated types. They cannot tie two rooms together, so every room may import them. */
export const typesForAll = ['payload-types']

/** Packages whose values a pure room must not import. */
export const impure =
  /^(payload|next|react-dom|pg|sharp|drizzle-orm|@payloadcms\/.*|node:(fs|net|http|https|dns|tls|child_process|worker_threads|cluster|os|process).*|next\/.*|react-dom\/.*|payload\/.*)$/
