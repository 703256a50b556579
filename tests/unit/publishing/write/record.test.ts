import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { publishables } from '@/publishing/publishables/publishables'
import { declareIntent, type Intent } from '@/publishing/write/intent'
import { rememberOnline } from '@/publishing/write/record'

/** Calls the hook on a request without a database, of which every question fails. */
async function asked(does: Intent['does']) {
  const req = { context: {}, payload: {} } as PayloadRequest
  declareIntent(req, { does, autosave: does === 'save', locale: 'en' })
  const change = { data: { title: 'Kopi' }, originalDoc: { id: 'a' }, operation: 'update', req }
  return rememberOnline(publishables.articles)(
    change as unknown as Parameters<ReturnType<typeof rememberOnline>>[0],
  )
}

test('a save asks the database nothing about what is online', async () => {
  expect(await asked('save')).toEqual({ title: 'Kopi' })
})

test('a publication asks the database what is online before it', async () => {
  await expect(asked('publish')).rejects.toThrow('Expected a transaction')
})
