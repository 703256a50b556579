/** A room of the house: which files it has, and what they may import. Its own files and `locales/` are always allowed. */
export type Room = {
  name: string
  files: RegExp
  /** Rooms whose values it may import, types included. */
  imports: string[]
  /** Rooms of which it may know the types alone. */
  types?: string[]
  /** Imports neither a framework nor anything that reads, writes or listens. */
  pure?: true
}

/**
 * Who may import whom. A file belongs to the first room whose pattern it matches.
 * `docs/architecture.md` says the same in words.
 */
export const table: Room[] = [
  // Entry points: they boot Payload once, and hand it inward.
  {
    name: 'command',
    files: /^src\/\w+\/[\w-]+-command\.ts$/,
    imports: ['env', 'server', 'access', 'docusaurus', 'docusaurus-apply', 'search'],
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
      'migrations',
      'publishing',
      'search',
      'security',
      'site',
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
    ],
  },

  // What the product knows, and needs a database or a request for.
  {
    name: 'content',
    files: /^src\/content\//,
    imports: [
      'access',
      'database',
      'env',
      'i18n',
      'markdown',
      'og',
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
    name: 'publishing',
    files: /^src\/publishing\//,
    imports: ['access', 'database', 'env', 'events', 'i18n', 'richtext', 'site'],
  },
  {
    name: 'docusaurus-apply',
    files: /^src\/docusaurus\/(import\/(read|apply|pictures)|export\/write)\//,
    imports: [
      'access',
      'database',
      'docusaurus',
      'env',
      'events',
      'i18n',
      'markdown',
      'mentions',
      'projects',
      'publishing',
      'richtext',
      'site',
    ],
  },
  {
    name: 'projects',
    files: /^src\/projects\/write\//,
    imports: ['access', 'database', 'i18n', 'mentions', 'publishing', 'richtext'],
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
    imports: ['database', 'events', 'i18n', 'publishing', 'richtext', 'search-analysis'],
  },
  {
    name: 'demonstration',
    files: /^src\/demonstration\//,
    imports: ['i18n', 'markdown'],
    types: ['richtext'],
  },
  { name: 'media', files: /^src\/media\//, imports: ['database', 'env', 'i18n', 'site'] },
  { name: 'access', files: /^src\/access\//, imports: ['env', 'i18n', 'site'] },
  { name: 'security', files: /^src\/security\//, imports: ['database', 'env', 'i18n', 'site'] },
  { name: 'events', files: /^src\/events\//, imports: ['database'], types: ['i18n'] },
  { name: 'database', files: /^src\/database\//, imports: ['env'] },
  { name: 'og', files: /^src\/og\//, imports: ['env', 'i18n', 'site'] },

  // What is shown.
  { name: 'ui', files: /^src\/ui\//, imports: ['i18n', 'site'], types: ['content', 'richtext'] },
  {
    name: 'admin',
    files: /^src\/admin\//,
    imports: ['i18n', 'publishing', 'site'],
    types: ['og', 'projects', 'richtext'],
  },

  // What is decided, by nothing but what is handed in.
  { name: 'richtext', files: /^src\/richtext\//, imports: ['i18n', 'site'], types: ['content'] },
  {
    name: 'mentions',
    files: /^src\/projects\//,
    imports: ['i18n', 'markdown', 'richtext', 'site'],
    pure: true,
  },
  {
    name: 'docusaurus',
    files: /^src\/docusaurus\//,
    imports: ['i18n', 'markdown', 'site'],
    types: ['richtext'],
    pure: true,
  },
  { name: 'markdown', files: /^src\/markdown\//, imports: ['i18n', 'site'], types: ['richtext'], pure: true },
  { name: 'feeds', files: /^src\/feeds\//, imports: ['i18n', 'site'], types: ['content'], pure: true },
  { name: 'seo', files: /^src\/seo\//, imports: ['i18n', 'site'], types: ['content'], pure: true },
  { name: 'i18n', files: /^src\/i18n\//, imports: ['site'], pure: true },
  { name: 'site', files: /^src\/site\//, imports: ['i18n'], pure: true },
  { name: 'env', files: /^src\/env\.ts$/, imports: [], pure: true },
  { name: 'payload-types', files: /^src\/payload-types\.ts$/, imports: [], pure: true },
  { name: 'migrations', files: /^migrations\//, imports: [] },
]

/** Generated types say nothing that could tie two rooms together. */
export const typesForAll = ['payload-types']

/** What a pure room must not import for its values. */
export const impure =
  /^(payload|next|react-dom|pg|sharp|drizzle-orm|@payloadcms\/.*|node:(fs|net|http|https|dns|tls|child_process|worker_threads|cluster|os|process).*|next\/.*|react-dom\/.*|payload\/.*)$/
