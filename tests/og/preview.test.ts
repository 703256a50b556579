import { expect, test, vi } from 'vitest'
import { previewResponse } from '@/og/http/preview-response'
import { QueueFullError } from '@/og/store/render-thread'

const form = { kind: 'article', locale: 'id', own: { title: 'Halo' } }
const drawn = { png: new Uint8Array([1, 2, 3]), remarks: { shortened: [], missing: ['ᬅ'] } }

const post = (body: string) =>
  new Request('http://x/api/og/preview', {
    method: 'POST',
    body,
    headers: { 'Content-Length': String(Buffer.byteLength(body)) },
  })

const editor = {
  wordsOf: vi.fn(async () => ({ kind: 'article' as const, title: 'Halo', summary: 'Apa kabar' })),
  preview: async () => drawn,
}

test('a card of unsaved words comes with what an editor may want to change, and is kept by nobody', async () => {
  const answer = await previewResponse(post(JSON.stringify(form)), editor)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(await answer.json()).toEqual({
    title: 'Halo',
    summary: 'Apa kabar',
    card: { png: 'AQID', bytes: 3, shortened: [], missing: ['ᬅ'] },
  })
})

test('whoever may not read drafts is refused before the form is read', async () => {
  const request = post('not even JSON')
  const { status } = await previewResponse(request, { preview: editor.preview })
  expect([status, request.bodyUsed]).toEqual([401, false])
})

test('where there is no title yet, nothing is drawn', async () => {
  const preview = vi.fn(editor.preview)
  const wordsOf = async () => ({ kind: 'article' as const, title: ' ' })
  const answer = await previewResponse(post(JSON.stringify(form)), { preview, wordsOf })
  expect(await answer.json()).toEqual({ title: '', summary: '', card: null })
  expect(preview).not.toHaveBeenCalled()
})

test.each([
  ['a form without a kind', JSON.stringify({ locale: 'id' }), 400],
  ['an id that is none', JSON.stringify({ ...form, authors: ['1; drop table'] }), 400],
  ['something else than JSON', '<form>', 400],
  ['a title longer than any', JSON.stringify({ ...form, own: { title: 'a'.repeat(5_001) } }), 400],
  ['a form without end', JSON.stringify({ ...form, name: 'a'.repeat(100_000) }), 413],
])('%s is refused a card', async (_, body, status) => {
  expect((await previewResponse(post(body), editor)).status).toBe(status)
})

test('too many cards for one editor are a 429, and for all a 503, with when to come back', async () => {
  const limited = await previewResponse(post(JSON.stringify(form)), { ...editor, wait: () => 3 })
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
  const preview = async () => {
    throw new QueueFullError('64 cards wait already.')
  }
  const full = await previewResponse(post(JSON.stringify(form)), { ...editor, preview })
  expect([full.status, full.headers.get('retry-after')]).toEqual([503, '5'])
})
