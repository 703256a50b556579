import { describe, expect, test } from 'vitest'
import type { Winner } from '@/merge/merge'
import type { ProjectRow } from '@/projects/extract'
import type { Known, KnownProject, TakenRow } from '@/projects/known'
import { proposeProjects } from '@/projects/proposal'

const row = (name: string, summary = 'Now.'): ProjectRow => ({
  name,
  category: ['Tools'],
  summary,
  rootIndex: 1,
  blockId: `block of ${name}`,
})

const project = (name: string, summary?: string, more: Partial<KnownProject> = {}): KnownProject => ({
  id: `id of ${name}`,
  name,
  aliases: [],
  memberships:
    summary === undefined
      ? []
      : [
          {
            category: 'tools',
            summary: { en: summary },
            sourceArticle: 'overview',
            sourceBlock: `block of ${name}`,
          },
        ],
  ...more,
})

const taken = (name: string, summary: string, of = name): TakenRow => ({
  locale: 'en',
  project: `id of ${of}`,
  category: 'tools',
  name,
  headings: ['Tools'],
  summary,
})

const tools = { id: 'tools', name: { en: 'Tools' } }

const knowing = (known: Partial<Known>): Known => ({
  article: 'overview',
  projects: [],
  categories: [tools],
  taken: [],
  ...known,
})

const propose = (rows: ProjectRow[], known: Partial<Known> = {}, winner?: Winner) =>
  proposeProjects({ en: rows }, { source: 'en', known: knowing(known), winner })

describe('what becomes of a row', () => {
  test.each([
    ['a project, where there is none', undefined, undefined, 'created', { en: 'Now.' }],
    ['a place, where the project is there', {}, undefined, 'updated', { en: 'Now.' }],
    ['nothing, where the same stands there', { here: 'Now.' }, undefined, 'unchanged', undefined],
    [
      'new words, where the old ones stand there',
      { here: 'Old.', base: 'Old.' },
      undefined,
      'updated',
      { en: 'Now.' },
    ],
    [
      'nothing, where an editor wrote others',
      { here: 'Edited.', base: 'Now.' },
      undefined,
      'unchanged',
      undefined,
    ],
    ['nothing, where an editor took it away', { base: 'Now.' }, undefined, 'unchanged', undefined],
    [
      'new words, where the file wins',
      { here: 'Edited.', base: 'Old.' },
      'theirs',
      'updated',
      { en: 'Now.' },
    ],
    ['nothing, where what is here wins', { here: 'Edited.', base: 'Old.' }, 'ours', 'unchanged', undefined],
  ] as const)('a row becomes %s', (_, present, winner, does, written) => {
    const { here, base } = { here: undefined, base: undefined, ...present }
    const known = {
      projects: present ? [project('Lumbung', here)] : [],
      taken: base === undefined ? [] : [taken('Lumbung', base)],
    }
    const { projects, conflicts } = propose([row('Lumbung')], known, winner)
    expect(projects).toMatchObject([{ name: 'Lumbung', does }])
    expect(projects[0]?.memberships[0]?.summary).toEqual(written)
    expect(conflicts).toEqual([])
  })

  test('a row is a conflict where it was changed here and in the article, and is not remembered', () => {
    const known = { projects: [project('Lumbung', 'Edited.')], taken: [taken('Lumbung', 'Old.')] }
    const { conflicts, projects, takings } = propose([row('Lumbung')], known)
    expect(conflicts).toMatchObject([{ name: 'Lumbung', here: 'Edited.', article: 'Now.' }])
    expect([projects[0]?.does, takings]).toEqual(['unchanged', []])
  })

  test('a row changes nothing where another article described the project first', () => {
    const memberships = [{ category: 'tools', summary: { en: 'Theirs.' }, sourceArticle: 'another' }]
    const { projects, conflicts } = propose([row('Lumbung')], {
      projects: [project('Lumbung', '', { memberships })],
    })
    expect([projects[0]?.does, conflicts]).toEqual(['unchanged', []])
  })
})

test('a project that was renamed here is found by what the article called it', () => {
  const renamed = { ...project('Lumbung', 'Now.'), name: 'Lumbung Kata' }
  const { projects } = propose([row('Lumbung')], { projects: [renamed], taken: [taken('Lumbung', 'Now.')] })
  expect(projects).toMatchObject([{ id: 'id of Lumbung', name: 'Lumbung Kata', does: 'unchanged' }])
})

test('a category that was renamed here is found by its heading in the article', () => {
  const known = {
    categories: [{ id: 'tools', name: { en: 'Instruments' } }],
    projects: [project('Lumbung', 'Now.')],
    taken: [taken('Lumbung', 'Now.')],
  }
  const { categories, projects } = propose([row('Lumbung')], known)
  expect(categories).toMatchObject([{ id: 'tools', lacking: {} }])
  expect(projects[0]?.does).toBe('unchanged')
})

test('a project is known by another of its names', () => {
  const known = { projects: [project('Lumbung', undefined, { aliases: ['Granary'] })] }
  expect(propose([row('Granary')], known).projects).toMatchObject([{ id: 'id of Lumbung', does: 'updated' }])
})

test('a category gets the name that it lacks, and a new one is nested below its parent', () => {
  const nested = (name: string, category: string[]) => ({ ...row(name), category })
  const { categories } = proposeProjects(
    { en: [nested('Lumbung', ['Tools', 'Small'])], id: [nested('Lumbung', ['Alat', 'Kecil'])] },
    { source: 'en', known: knowing({}) },
  )
  expect(categories).toMatchObject([
    { id: 'tools', lacking: { id: 'Alat' } },
    { parent: { id: 'tools' }, lacking: { en: 'Small', id: 'Kecil' } },
  ])
  expect(categories[1]).not.toHaveProperty('id')
})

describe('names that may mean one project', () => {
  test('names that may mean one project are both kept, and named', () => {
    const { projects, warnings } = propose([row('Morpheus AI'), row('Morpheus')], {
      projects: [project('morpheus')],
    })
    expect(projects.map(({ does }) => does)).toEqual(['created', 'created'])
    expect(warnings.map(({ name, other }) => [name, other])).toEqual([
      ['Morpheus AI', 'morpheus'],
      ['Morpheus', 'Morpheus AI'],
      ['Morpheus', 'morpheus'],
    ])
  })

  test('names that may mean one project are no matter where one is another name of the same project', () => {
    const known = { projects: [project('Morpheus AI', undefined, { aliases: ['Morpheus'] })] }
    expect(propose([row('Morpheus')], known).warnings).toEqual([])
  })
})

test('what one language alone lists, calls otherwise, or lists no longer is named', () => {
  const { warnings } = proposeProjects(
    { en: [row('A'), row('Granary'), row('C'), row('D')], id: [row('A'), row('Lumbung'), row('C')] },
    { source: 'en', known: knowing({ projects: [project('Gone')], taken: [taken('Gone', 'Old.')] }) },
  )
  expect(warnings.map(({ code, name, other }) => [code, name, other])).toEqual([
    ['name-differs', 'Granary', 'Lumbung'],
    ['one-language', 'D', undefined],
    ['gone', 'Gone', undefined],
  ])
})
