import { postgresAdapter } from '@payloadcms/db-postgres'
import type { SanitizedConfig } from 'payload'
import { buildConfig } from 'payload'
import { expect, test } from 'vitest'
import { validateEmbedAddress } from '@/richtext/blocks/embed'
import { validatePictureAddress } from '@/richtext/blocks/picture-fields'
import { articleEditor, shortEditor } from '@/richtext/editor/editor'
import { validateLinkAddress } from '@/richtext/editor/link'

const config = () =>
  buildConfig({
    secret: 'test',
    telemetry: false,
    db: postgresAdapter({ pool: {} }),
    localization: { locales: ['id', 'en'], defaultLocale: 'id' },
    collections: [
      {
        slug: 'articles',
        fields: [
          { name: 'body', type: 'richText', localized: true, editor: articleEditor },
          { name: 'second', type: 'richText', editor: articleEditor },
        ],
      },
      { slug: 'projects', fields: [{ name: 'description', type: 'richText', editor: shortEditor }] },
      { slug: 'media', upload: true, fields: [] },
    ],
  })

function editorOf({ collections }: SanitizedConfig, slug: string, name: string) {
  const fields = collections.find((collection) => collection.slug === slug)?.flattenedFields ?? []
  const field = fields.find((candidate) => candidate.name === name)
  const editor = field?.type === 'richText' ? field.editor : undefined
  return editor && 'generateSchemaMap' in editor ? editor : undefined
}

const schemaOf = (built: SanitizedConfig, name: string) =>
  editorOf(built, 'articles', name)?.generateSchemaMap?.({
    config: built,
    field: { name, type: 'richText' },
    i18n: built.i18n as never,
    schemaMap: new Map(),
    schemaPath: name,
  }) ?? new Map()

test.each(['body', 'second'])('gives the field %s of articles every block', async (name) => {
  const keys = [...schemaOf(await config(), name).keys()]
  const blocks = keys.flatMap((key) => /lexical_(?:inline_)?blocks\.(\w+)$/.exec(key)?.[1] ?? [])
  expect(new Set(blocks)).toEqual(
    new Set([
      ...['image', 'code', 'admonition', 'embed', 'rawMdx', 'math', 'footnoteDefinition'],
      ...['inlineImage', 'inlineMath', 'inlineRaw', 'footnoteReference'],
    ]),
  )
})

test('asks for rows and columns of a new table in both languages', async () => {
  const entries = [...schemaOf(await config(), 'body')]
  const form = entries.find(([key]) => /experimental_table\.fields$/.test(key))?.[1]
  const labels = 'fields' in form ? form.fields.map((field: { label: unknown }) => field.label) : []
  expect(labels).toEqual([
    { id: 'Baris', en: 'Rows' },
    { id: 'Kolom', en: 'Columns' },
  ])
})

const validation = (siblingData: object, language = 'en') =>
  ({ siblingData, req: { i18n: { language } } }) as unknown as Parameters<typeof validateLinkAddress>[1]

test.each([
  'https://example.org',
  'mailto:a@example.org',
  'tel:+62211',
  '/id/blog',
  '#part',
  'other-post',
  '?q=1',
])('accepts a link to %s', (url) => {
  expect(validateLinkAddress(url, validation({ linkType: 'custom' }))).toBe(true)
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'ftp://example.org',
])('refuses a link to %s and says what to write', (url) => {
  expect(validateLinkAddress(url, validation({ linkType: 'custom' }))).toMatch(/^Write an address .* https:/)
})

test('refuses a link without an address in the language of the panel', () => {
  expect(validateLinkAddress('', validation({ linkType: 'custom' }, 'id'))).toBe(
    'Tulis alamat tujuan tautan ini.',
  )
})

test('asks for no address of a link to a document', () => {
  expect(validateLinkAddress(undefined, validation({ linkType: 'internal' }))).toBe(true)
})

test('asks for a picture or its address, and for an address that is safe to load', () => {
  expect(validatePictureAddress('', validation({}))).toBe('Choose a picture or write the address of one.')
  expect(validatePictureAddress('', validation({ picture: 'm1' }))).toBe(true)
  expect(validatePictureAddress('./map.png', validation({}))).toBe(true)
  expect(validatePictureAddress('data:image/png;base64,AAAA', validation({}))).toMatch(/^Write an address/)
})

test('asks for an address of an embed that is safe to open', () => {
  expect(validateEmbedAddress('https://example.org', validation({}))).toBe(true)
  expect(validateEmbedAddress('mailto:a@example.org', validation({}))).toMatch(/^Write an address/)
})
