import { statSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ensurePostgres, runningPostgresUrl } from '@/database/embedded/embedded'
import { postgresBinaries } from '@/database/embedded/postgres-binaries'
import { type Holder, hold as holdIn } from './holders'

const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

let dataDir: string
let holders: Holder[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terbit-user-'))
  holders = []
})

afterEach(async () => {
  for (const holder of holders) await holder.leave()
  await rm(dataDir, { recursive: true, force: true })
})

function hold(uid: number): Holder {
  const holder = holdIn(dataDir, uid)
  holders.push(holder)
  return holder
}

function isOpenToAll(directory: string): boolean {
  const parent = dirname(directory)
  return (statSync(directory).mode & 0o001) !== 0 && (parent === directory || isOpenToAll(parent))
}

test('Postgres never runs as root', async () => {
  await chmod(dataDir, 0o711)
  const server = await ensurePostgres({ dataDir })
  expect((await stat(join(dataDir, 'postgres'))).uid).not.toBe(0)
  await server.stop()
})

test('a directory that no other user may enter will do', async () => {
  await chmod(dataDir, 0o700)
  const server = await ensurePostgres({ dataDir })
  expect(await runningPostgresUrl(dataDir)).toBe(server.url)
  await server.stop()
})

// Only root can become another user, who then must be able to read the programs in node_modules. When the tests run as
// an ordinary user, every other test already covers an ordinary user.
if (isRoot && isOpenToAll(postgresBinaries().directory)) {
  describe('as another user', () => {
    test('an unprivileged user owns the cluster', async () => {
      await chown(dataDir, NOBODY, NOBODY)
      expect(await hold(NOBODY).answer).toMatchObject({ owned: true })
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY)
    })

    test('a user without an entry in /etc/passwd is told so', async () => {
      await chown(dataDir, 54_321, 54_321)
      expect((await hold(54_321).answer).error).toContain('User 54321 has no entry in /etc/passwd')
    })

    test('a cluster of another user is refused by name', async () => {
      const server = await ensurePostgres({ dataDir })
      await server.stop()
      await chmod(dataDir, 0o777)
      const { uid } = await stat(join(dataDir, 'postgres'))
      expect((await hold(54_321).answer).error).toContain(`belongs to user ${uid}, and this is user 54321`)
    })
  })
}
