import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertMarkdownToLexical, editorConfigFactory, lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload } from 'payload'
import { postgresAdapter } from '@/database/adapter'
import { ensurePostgres } from '@/database/embedded/embedded'
import { splitFrontMatter } from '@/docusaurus/format/front-matter'

/**
 * This program puts the same posts into a plain Payload, in the way its documentation imports Markdown: one collection
 * with drafts, Payload's own Markdown converter, a create in English and an update in Indonesian. It does not prove
 * blocks, keeps nothing for an export, and does not handle tags, pictures or old addresses.
 */
const [siteDir = '', dataDir = ''] = process.argv.slice(2)
const postgres = await ensurePostgres({ dataDir, onProgress: () => undefined })
const editor = lexicalEditor()
const payload = await getPayload({
  config: await buildConfig({
    secret: 'of a benchmark',
    telemetry: false,
    typescript: { autoGenerate: false },
    localization: { locales: ['en', 'id'], defaultLocale: 'en', fallback: false },
    // Payload's own adapter would not survive the end of its Postgres.
    db: postgresAdapter({ url: postgres.url, migrationDir: dataDir, push: true }),
    editor,
    collections: [
      {
        slug: 'posts',
        versions: { drafts: true },
        fields: [
          { name: 'title', type: 'text', localized: true, required: true },
          { name: 'description', type: 'textarea', localized: true },
          { name: 'slug', type: 'text', localized: true, index: true },
          { name: 'body', type: 'richText', localized: true },
        ],
      },
    ],
  }),
})
const editorConfig = await editorConfigFactory.default({ config: payload.config })
const folders = { en: 'blog', id: 'i18n/id/docusaurus-plugin-content-blog' } as const

async function dataOf(locale: keyof typeof folders, name: string) {
  const { fields, body } = splitFrontMatter(await readFile(join(siteDir, folders[locale], name), 'utf8'))
  const { title = name, description = null } = fields
  const markdown = convertMarkdownToLexical({ editorConfig, markdown: body })
  return { title, description, slug: name, body: markdown, _status: 'published' }
}

const posts = payload as unknown as {
  create(options: object): Promise<{ id: string }>
  update(options: object): Promise<unknown>
}
for (const name of await readdir(join(siteDir, folders.en))) {
  if (!name.endsWith('.md')) continue
  const common = { collection: 'posts', depth: 0 }
  const { id } = await posts.create({ ...common, locale: 'en', data: await dataOf('en', name) })
  await posts.update({ ...common, id, locale: 'id', data: await dataOf('id', name) })
}
await payload.destroy()
await postgres.stop()
