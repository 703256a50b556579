import { beforeAll, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { make } from './stock/documents'
import { invitePeople, type People } from './stock/people'

const terbit = withPayload()
let people: People
let article: string
let project: string

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  article = await make(terbit.payload, 'articles', people, { owner: "another's", state: 'draft' })
  project = await make(terbit.payload, 'projects', people, { owner: "another's", state: 'draft' })
})

const unsafe = [
  'javascript:alert(1)',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'data:text/html,x',
]

/** Each field that a page links to or loads, by the write that sets it. */
const fields: Record<string, (address: string) => [path: string, method: 'PATCH' | 'POST', body: object]> = {
  hero: (address) => [`/articles/${article}`, 'PATCH', { hero: { address } }],
  'a draft’s hero': (address) => [`/articles/${article}?draft=true`, 'PATCH', { hero: { address } }],
  pictureAddress: (address) => [`/authors/${people.bylineId}`, 'PATCH', { pictureAddress: address }],
  'author links': (url) => [`/authors/${people.bylineId}`, 'PATCH', { links: [{ label: 'x', url }] }],
  'project links': (url) => [`/projects/${project}`, 'PATCH', { links: [{ label: 'x', url }] }],
  website: (website) => [`/projects/${project}`, 'PATCH', { website }],
  menu: (href) => ['/globals/site', 'POST', { navigation: [{ label: 'x', href }] }],
  social: (url) => ['/globals/site', 'POST', { social: [{ label: 'x', url }] }],
}

test.each(Object.keys(fields))('%s takes an address on the web and no unsafe one', async (name) => {
  const status = async (address: string) => {
    const [path, method, body] = fields[name]?.(address) ?? ['', 'PATCH', {}]
    return (await rest(method, path, { as: people.editor.session, locale: 'en', body })).status
  }
  const refused: [string, number][] = []
  for (const address of unsafe) refused.push([address, await status(address)])
  expect(refused).toEqual(unsafe.map((address) => [address, 400]))
  expect(await status('https://example.org/picture.png')).toBe(200)
})
