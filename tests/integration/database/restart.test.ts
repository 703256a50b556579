import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedPostgres, ensurePostgres } from '@/database/embedded/embedded'
import { adapterOf, committedTitles, createNote, notesPayload } from './notes'

let dataDir: string
let server: EmbeddedPostgres
let payload: Payload

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terbit-restart-'))
  server = await ensurePostgres({ dataDir })
})

afterEach(async () => {
  await payload?.destroy()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Kills Postgres at once and starts it again. */
async function crash(): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const again = await ensurePostgres({ dataDir })
  await again.stop()
}

test('the next save works after Postgres was killed and started again, and the saves before are there', async () => {
  payload = await notesPayload({ url: server.url, push: true })
  // Breaks more connections, one after the other, than the pool may hold.
  for (let round = 1; round <= 12; round++) {
    await createNote(payload, `note ${String(round).padStart(2, '0')}`)
    await crash()
  }
  await createNote(payload, 'note 13')
  const titles = await committedTitles(server.url)
  expect(titles).toHaveLength(13)
  expect(adapterOf(payload).pool.totalCount).toBeLessThanOrEqual(10)
})

test('a save during which Postgres was killed rejects, and the next one works', async () => {
  let kills = 1
  payload = await notesPayload({
    url: server.url,
    push: true,
    hooks: { afterChange: [async () => void (kills-- > 0 && (await crash()))] },
  })
  await expect(createNote(payload, 'lost')).rejects.toThrow()
  await createNote(payload, 'kept')
  expect(await committedTitles(server.url)).toEqual(['kept'])
})
