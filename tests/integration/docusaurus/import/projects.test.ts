import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import type { ImportReport } from '@/docusaurus/import/plan/report'
import { childrenOf, rootChildren } from '@/richtext/children'
import { blockIdOf, everyBlock } from '@/richtext/identity/identified-blocks'
import type { Body } from '@/richtext/nodes'
import { inlineText, isInline } from '@/richtext/plain-text'
import { withPayload } from '../../../support/postgres/payload'
import { corpusFolder } from '../../../support/samples/corpus'
import { everything } from '../everything'
import { publishedArticle } from '../shown'
import { importSite, places, translations } from '../sites'

const corpus = corpusFolder()
const overview = 'blog/2024-05-11-decentralizing-ai-overview.md'

// Vitest fails for a file without tests, so there is one where there is no corpus.
test('reads the real blog wherever there is one', () => {
  expect(corpus === undefined || existsSync(join(corpus, 'docusaurus'))).toBe(true)
})

type Row = { name: string; category: InBoth<string[]>; summary: InBoth<string> }
type InBoth<Value> = { en: Value; id: Value }
type Place = Row & { article: string; block: string }

if (corpus) {
  describe('the projects of the overview', () => {
    const terbit = withPayload()
    let site: string
    const expected = JSON.parse(readFileSync(join(corpus, 'expected-projects.json'), 'utf8')) as Row[]
    let [dry, strict, report]: ImportReport[] = []
    let writtenBefore: number

    beforeAll(async () => {
      site = await siteOfOverview(join(corpus, 'docusaurus'))
      dry = await importSite(terbit.payload, site, { projects: [overview], dryRun: true })
      strict = await importSite(terbit.payload, site, { projects: [overview], dryRun: true, strict: true })
      writtenBefore = (await terbit.payload.count({ collection: 'projects' })).totalDocs
      report = await importSite(terbit.payload, site, { projects: [overview] })
    })

    afterAll(() => rm(site, { recursive: true, force: true }))

    test('the projects of the overview are counted by a dry run, refused by a strict one, and written by neither', () => {
      expect(dry?.projects).toEqual({ created: 67, updated: 0, unchanged: 0 })
      expect(strict?.projects).toEqual({ created: 0, updated: 0, unchanged: 0 })
      expect(strict?.refused.map(({ code }) => code)).toEqual(['project-name-odd', 'project-names-alike'])
      expect(writtenBefore).toBe(0)
    })

    test('the projects of the overview are the sixty-seven that are expected, in sixty-eight places, with nested categories and both languages', async () => {
      const found = await placesOf(terbit.payload)
      expect(new Set(found.map(({ name }) => name)).size).toBe(67)
      expect(inOrder(found.map(({ name, category, summary }) => ({ name, category, summary })))).toEqual(
        inOrder(expected),
      )
    })

    test('the projects of the overview are online in both languages, and say which item of the article they come from', async () => {
      const { payload } = terbit
      const article = await publishedArticle(payload, overview, 'en')
      const items = new Map(
        everyBlock(rootChildren(article?.body as Body)).map((node) => [
          blockIdOf(node),
          inlineText(childrenOf(node).filter(isInline)),
        ]),
      )
      for (const { name, article: from, block } of await placesOf(payload)) {
        expect(from).toBe(article?.id)
        expect(items.get(block)).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}:`))
      }
      for (const locale of ['en', 'id'] as const) {
        const where = { _status: { equals: 'published' } }
        expect(await payload.count({ collection: 'projects', locale, where })).toEqual({ totalDocs: 67 })
      }
    })

    test('the projects of the overview are mentioned by it in both languages', async () => {
      const rows = await query<{ locale: string; projects: number }>(
        terbit.payload,
        sql`select m.locale, count(distinct m.project)::int as projects from mentions m
            join articles a on a.id = m.article where a.import_path = ${overview} group by 1 order by m.locale::text`,
      )
      expect(rows).toEqual([
        { locale: 'en', projects: 67 },
        { locale: 'id', projects: 67 },
      ])
    })

    test('the projects of the overview are warned of where two names may be one, and where a letter slipped in', () => {
      expect(report?.projects).toEqual({ created: 67, updated: 0, unchanged: 0 })
      const warnings = (report?.warnings ?? []).filter(({ code }) => code.startsWith('project-'))
      expect(places(warnings)).toEqual([
        `${overview}:75 project-name-odd`,
        `${overview}:87 project-names-alike`,
      ])
      expect(warnings.map(({ message }) => message)).toEqual([
        expect.stringContaining('PAAL AI'),
        expect.stringContaining('Morpheus AI'),
      ])
    })

    test('the projects of the overview are left as they are by another import', async () => {
      const before = await withProjects(terbit.payload)
      const again = await importSite(terbit.payload, site, { projects: [overview] })
      expect(await withProjects(terbit.payload)).toEqual(before)
      expect(again.projects).toEqual({ created: 0, updated: 0, unchanged: 67 })
      expect(again.warnings).toEqual(report?.warnings)
      expect(again.conflicts).toEqual([])
    })
  })
}

/** A site that holds only the overview, in both languages. No other post of the blog lists projects. */
async function siteOfOverview(blog: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'terbit-overview-'))
  const translation = `${translations}/${basename(overview)}`
  for (const file of [overview, translation, 'blog/authors.yml']) await cp(join(blog, file), join(dir, file))
  return dir
}

/** The places of all projects, with the names of their categories from the first level on. */
async function placesOf(payload: Payload): Promise<Place[]> {
  const rows = await query<Place>(
    payload,
    sql`with named as (
          select c.id, c.parent_id, jsonb_object_agg(l._locale, l.name) as name
          from categories c join categories_locales l on l._parent_id = c.id group by c.id
        )
        select p.name, m.source_article_id as article, m.source_block as block,
          jsonb_build_object(
            'en', case when above.id is null then jsonb_build_array(own.name -> 'en')
                  else jsonb_build_array(above.name -> 'en', own.name -> 'en') end,
            'id', case when above.id is null then jsonb_build_array(own.name -> 'id')
                  else jsonb_build_array(above.name -> 'id', own.name -> 'id') end
          ) as category,
          (select jsonb_object_agg(l._locale, l.summary) from projects_memberships_locales l where l._parent_id = m.id) as summary
        from projects p
        join projects_memberships m on m._parent_id = p.id
        join named own on own.id = m.category_id
        left join named above on above.id = own.parent_id`,
  )
  return rows
}

const inOrder = (rows: Row[]) => [...rows].sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'en'))

const keyOf = ({ name, category }: Row) => `${name} ${category.en.join(' ')}`

async function withProjects(payload: Payload) {
  const tables = [
    'projects',
    'projects_locales',
    'projects_memberships',
    'projects_memberships_locales',
    'categories',
    'categories_locales',
    '_projects_v',
  ]
  const rows = await Promise.all(
    tables.map((table) =>
      query<unknown>(
        payload,
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text`,
      ),
    ),
  )
  const taken = await query<unknown>(payload, sql`select * from taken_projects order by 1, 2, 3, 4`)
  return { rows, taken, ...(await everything(payload)) }
}
