import fc from 'fast-check'
import { decoy, type hideDrafts, secret } from './secret-drafts'

type Ids = Awaited<ReturnType<typeof hideDrafts>>

/** A visitor's request. `overridden`: sent as a POST that says it is a GET, as the admin panel does. */
export type Question = { path: string; query: string; overridden: boolean }

const parts = (word: string) => [
  word,
  word.slice(0, 4),
  `${word.slice(0, 3)}%`,
  `%${word.slice(2)}`,
  `${word} dua`,
]

/** Returns the same question about a word that no text contains. */
export const withDecoy = ({ query, ...rest }: Question): Question => ({
  ...rest,
  query: parts(secret).reduceRight(
    (text, part, n) => text.replaceAll(encodeURIComponent(part), encodeURIComponent(parts(decoy)[n] ?? '')),
    query,
  ),
})

const fields = [
  'id',
  'title',
  'slug',
  'description',
  'body',
  'keywords',
  'hero',
  'hero.alt',
  'name',
  'summary',
  'aliases',
  'publishedAt',
  'updatedAt',
  '_status',
  'createdBy',
  'createdBy.email',
  'createdBy.name',
  'updatedBy.name',
  'title.id',
  'slug.id',
  'description.id',
  'summary.id',
  'keywords.id',
  'hero.id.alt',
  'body.id',
  '_status.id',
  'authors',
  'authors.name',
  'authors.slug',
  'authors.picture.alt',
  'tags.slug',
  'tags.name.id',
  'projects',
  'projects.name',
  'projects.summary',
  'projects.summary.id',
  'projects.memberships.sourceArticle.title',
  'memberships',
  'memberships.summary',
  'memberships.sourceArticle',
  'memberships.sourceArticle.title',
  'version.title',
  'revision',
  'memberships.sourceArticle.createdBy.email',
  'blockScope',
  'originalSha256',
  'filename',
  'alt',
  'email',
  'parent',
  'parent.name',
  'versions',
  'latest',
  'importPath',
  'sourceLocale',
  'unlisted',
  'password',
  'hash',
  'and',
  '',
]
const operators = [
  'equals',
  'not_equals',
  'like',
  'not_like',
  'contains',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'less_than_equal',
  'near',
  'within',
  'nonsense',
]

/** The paths and comparisons that would reveal most. They are asked most often. */
const telling = [
  'title.id',
  'description.id',
  'summary.id',
  'memberships.sourceArticle.title',
  'createdBy.email',
]
const field = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...fields) }, fc.constantFrom(...telling))
const operator = fc.oneof(fc.constantFrom(...operators), fc.constantFrom('like', 'contains', 'equals'))
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...parts(secret)) },
  fc.constantFrom(
    'true',
    'false',
    'null',
    '1',
    '-1',
    '',
    'draft',
    'published',
    "'",
    '\u0000',
    '2026-01-01',
    'a,b',
  ),
)
const pair = (key: string, text: string) => `${key}=${encodeURIComponent(text)}`

const condition = (prefix: string) =>
  fc
    .tuple(field, operator, value, fc.constantFrom('', '', '', '[0]', '[x]'))
    .map(([name, comparison, text, more]) => pair(`${prefix}[${name}][${comparison}]${more}`, text))

const grouped = fc
  .tuple(
    fc.constantFrom('and', 'or', 'AND', 'Or'),
    fc.constantFrom('0', '1', 'x'),
    fc.constantFrom('', '[or][0]', '[and][0][or][1]'),
  )
  .chain(([group, n, deeper]) => condition(`where[${group}][${n}]${deeper}`))

const asJson = fc
  .tuple(field, operator, value)
  .map(([name, comparison, text]) =>
    pair('where', JSON.stringify({ or: [{ [name]: { [comparison]: text } }] })),
  )

const filter = fc.oneof(
  { weight: 4, arbitrary: condition('where') },
  { weight: 3, arbitrary: grouped },
  asJson,
)

const shape = fc.oneof(
  fc.tuple(field, fc.constantFrom('', '-')).map(([name, sign]) => pair('sort', `${sign}${name}`)),
  fc.tuple(field, fc.constantFrom('true', 'false', '1')).map(([name, text]) => pair(`select[${name}]`, text)),
  fc
    .tuple(fc.constantFrom('articles', 'users', 'projects'), field)
    .map(([to, name]) => pair(`populate[${to}][${name}]`, 'true')),
  fc
    .tuple(fc.constantFrom('articles', 'projects'), field)
    .map(([to, name]) => pair(`joins[${to}][where][${name}][like]`, secret)),
)

/** Single settings, each of which opens something to signed-in users. */
const setting = fc.constantFrom(
  'joins=false',
  'flattenLocales=false',
  'flattenLocales=0',
  'flattenLocales=true',
  'draft=true',
  'draft=1',
  'trash=true',
  'pagination=false',
  'limit=0',
  'limit=-1',
  'limit=100000000',
  'limit=x',
  'page=-1',
  'page=9e9',
  'page=x',
  'depth=0',
  'depth=1',
  'depth=2',
  'depth=10',
  'depth=-1',
  'depth=x',
  'overrideAccess=true',
  'fallback-locale=id',
  'fallbackLocale=id',
  'fallback-locale=none',
  'fallbackLocale[]=id',
  'data={"title":"x"}',
  'showHiddenFields=true',
  'publishAllLocales=true',
  'user=1',
  'select=title',
)

const parameters = fc.oneof(
  setting.map((one) => [one]),
  filter.map((one) => [one]),
  shape.map((one) => [one]),
  fc.array(fc.oneof(filter, shape, setting), { maxLength: 4 }),
)

const locale = fc.oneof(
  { weight: 4, arbitrary: fc.constant('locale=en') },
  { weight: 1, arbitrary: fc.constant('locale=id') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'locale=all',
      'locale=*',
      'locale=xx',
      'locale=',
      'locale=en&locale=all',
      'locale[]=all',
      'locale=en%3Flocale%3Dall',
      'LOCALE=all',
      'locale=EN',
    ),
  },
)

const addresses = (ids: Ids) =>
  Object.entries(ids).flatMap(([collection, known]) => [
    `/${collection}`,
    `/${collection}/count`,
    `/${collection}/versions`,
    ...known.flatMap((id) => [
      `/${collection}/${id}`,
      `/${collection}/versions/${id}`,
      `/${collection}/access/${id}`,
    ]),
  ])

/** Makes any question that Payload's REST API understands, or nearly does, about collections that hold drafts. */
export const questions = (ids: Ids): fc.Arbitrary<Question> =>
  fc.record({
    path: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom('/articles', '/articles/count', `/articles/${ids.articles[0]}`),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('/projects', '/projects/count', `/projects/${ids.projects[0]}`),
      },
      { weight: 2, arbitrary: fc.constantFrom(...addresses(ids), '/globals/site', '/access', '/users/me') },
    ),
    query: fc.tuple(locale, parameters).map(([asked, more]) => [asked, ...more].filter(Boolean).join('&')),
    overridden: fc.boolean(),
  })
