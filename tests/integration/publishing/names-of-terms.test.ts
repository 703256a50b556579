import { beforeAll, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest, type Session, signIn } from '../../support/product/rest'

const terbit = withPayload()
const account = { email: 'sari@terbit.example', password: 'sebuah kata sandi' }
let editor: Session

beforeAll(async () => {
  const { payload } = terbit
  await payload.create({ collection: 'users', data: { ...account, name: 'Sari', role: 'editor' } })
  editor = await signIn(account.email, account.password)
  for (const collection of ['tags', 'categories'] as const)
    await payload.create({ collection, locale: 'en', data: { name: 'Roadmap', slug: 'roadmap' } })
})

const named = async (path: string, query: string, as?: Session) => {
  const { json } = await rest('GET', path, { as, locale: 'id', query })
  return json.docs?.map(({ name }) => name ?? null)
}

for (const path of ['/tags', '/categories']) {
  test(`whoever chooses among ${path} finds one that has no name in the language of the form`, async () => {
    expect(await named(path, 'depth=0&select[name]=true', editor)).toEqual(['Roadmap'])
  })

  test(`${path} keep their languages apart for every other question, and for visitors`, async () => {
    expect(await named(path, 'depth=0', editor)).toEqual([null])
    expect(await named(path, 'depth=0&select[name]=true')).toEqual([null])
  })
}
