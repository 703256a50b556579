import { appendFile, chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, ensurePostgres, runningPostgresUrl } from '@/database/embedded/embedded'
import { type Holder, hold as holdIn } from './holders'

let dataDir: string
let holders: Holder[]
let servers: EmbeddedPostgres[]

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'terbit-embedded-'))
  // As root, Postgres runs as another user, who must be able to enter the directory.
  await chmod(dataDir, 0o711)
  holders = []
  servers = []
})

afterEach(async () => {
  await Promise.all(holders.map((holder) => holder.kill()))
  await Promise.all(servers.map((server) => server.stop()))
  const pid = await postmasterPid().catch(() => undefined)
  if (pid) process.kill(pid, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

function hold(): Holder {
  const holder = holdIn(dataDir)
  holders.push(holder)
  return holder
}

async function ensure(): Promise<EmbeddedPostgres> {
  const server = await ensurePostgres({ dataDir })
  servers.push(server)
  return server
}

async function postmasterPid(): Promise<number> {
  const [pid] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  return Number(pid)
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const waiting = { timeout: 20_000, interval: 10 }

test('the first start makes a UTF-8 database that sorts by code point, keeps UTC, and syncs to disk', async () => {
  const { url, owned } = await ensure()
  expect(owned).toBe(true)
  const settings = await ask(
    url,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
      current_setting('TimeZone') as zone, current_setting('fsync') as fsync,
      current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
      current_setting('max_connections') as connections
      from pg_database where datname = current_database()`,
  )
  expect(settings).toEqual([
    {
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      zone: 'UTC',
      fsync: 'on',
      addresses: '127.0.0.1',
      sockets: '',
      connections: '60',
    },
  ])
})

test('only whoever can read the password file gets in', async () => {
  const { url } = await ensure()
  const stranger = new URL(url)
  stranger.password = 'guessed'
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed')
  expect((await stat(join(dataDir, 'postgres', 'terbit.password'))).mode & 0o777).toBe(0o600)
})

test('each long step is told', async () => {
  const steps: string[] = []
  const server = await ensurePostgres({ dataDir, onProgress: (step) => void steps.push(step) })
  servers.push(server)
  expect(steps).toEqual(['Creating the database (first start only)', 'Starting the database'])
})

test('stop ends the server, twice is no error, and what was written is there after the next start', async () => {
  const first = await ensure()
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  await first.stop()
  expect(await runningPostgresUrl(dataDir)).toBeUndefined()
  const second = await ensure()
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a second process shares the server, and its leaving changes nothing', async () => {
  const { url } = await ensure()
  const other = hold()
  expect(await other.answer).toEqual({ url, owned: false })
  await other.leave()
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server outlives its owner while another process uses it, and ends with that one', async () => {
  const first = await ensure()
  const other = hold()
  await other.answer
  await first.stop()
  expect(await runningPostgresUrl(dataDir)).toBe(first.url)
  await other.leave()
  expect(await runningPostgresUrl(dataDir)).toBeUndefined()
})

test('of two processes that start at once one makes the server and both share it', async () => {
  const answers = await Promise.all([hold().answer, hold().answer])
  expect(answers.map(({ owned }) => owned).sort()).toEqual([false, true])
  expect(answers[0]?.url).toBe(answers[1]?.url)
})

test('the server of a killed process is adopted by the next, which stops it', async () => {
  const starter = hold()
  const { url } = await starter.answer
  const pid = await postmasterPid()
  await starter.kill()
  const heir = await ensure()
  expect(heir).toMatchObject({ url, owned: true })
  expect(await postmasterPid()).toBe(pid)
  await heir.stop()
  expect(await runningPostgresUrl(dataDir)).toBeUndefined()
})

test('after a kill of the process and of Postgres the next start keeps what was committed', async () => {
  const starter = hold()
  const { url = '' } = await starter.answer
  await ask(url, 'create table kept as select 42 as answer')
  await starter.kill()
  process.kill(await postmasterPid(), 'SIGKILL')
  const next = await ensure()
  expect(next.owned).toBe(true)
  expect(await ask(next.url, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a stale pid file that names a living process of somebody else does not prevent the start', async () => {
  const first = await ensure()
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  const left = await readFile(file, 'utf8')
  await first.stop()
  await writeFile(file, left.replace(/^\d+/, String(process.pid)))
  const second = await ensure()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('an empty pid file, left by a server that was killed at its start, does not prevent the next', async () => {
  const first = await ensure()
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  await first.stop()
  await writeFile(file, '')
  const second = await ensure()
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the log keeps what the server said before it was killed', async () => {
  const { url } = await ensure()
  await expect(ask(url, 'select told_before_the_end')).rejects.toThrow('told_before_the_end')
  process.kill(await postmasterPid(), 'SIGKILL')
  await ensure()
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('told_before_the_end')
})

test('a server that is killed while its owner lives comes back at the same address', async () => {
  const { url } = await ensure()
  const pid = await postmasterPid()
  process.kill(pid, 'SIGKILL')
  await vi.waitUntil(async () => (await postmasterPid().catch(() => pid)) !== pid, waiting)
  await vi.waitUntil(() => runningPostgresUrl(dataDir), waiting)
  expect(await runningPostgresUrl(dataDir)).toBe(url)
})

test.each(['SIGINT', 'SIGQUIT', 'SIGTERM'] as const)(
  'a server that somebody ends with %s while it is used comes back at the same address',
  async (signal) => {
    const { url } = await ensure()
    const pid = await postmasterPid()
    // A client that stays, as the server's pool does: after SIGTERM Postgres would wait for it for ever.
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    process.kill(pid, signal)
    await vi.waitUntil(async () => (await postmasterPid().catch(() => pid)) !== pid, waiting)
    await vi.waitUntil(() => runningPostgresUrl(dataDir), waiting)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await client.end().catch(() => undefined)
  },
)

test('a server whose starter was killed is watched by the process that took it over', async () => {
  const starter = hold()
  const { url = '' } = await starter.answer
  await starter.kill()
  await ensure()
  const pid = await postmasterPid()
  process.kill(pid, 'SIGKILL')
  await vi.waitUntil(async () => (await postmasterPid().catch(() => pid)) !== pid, waiting)
  await vi.waitUntil(() => runningPostgresUrl(dataDir), waiting)
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that cannot be started again is reported as lost, with what it said', async () => {
  const lost = vi.fn()
  servers.push(await ensurePostgres({ dataDir, onLost: lost }))
  await appendFile(join(dataDir, 'postgres', 'postgresql.conf'), '\nno_such_setting = 1\n')
  process.kill(await postmasterPid(), 'SIGKILL')
  await vi.waitUntil(() => lost.mock.calls.length > 0, waiting)
  expect(lost.mock.calls[0]?.[0].message).toContain('no_such_setting')
  await rm(join(dataDir, 'postgres', 'postmaster.pid'))
})

test('a kill during initdb leaves no half-made database, and the next start makes a whole one', async () => {
  const starter = hold()
  const unfinished = async () => (await readdir(dataDir)).filter((name) => name.includes('.creating-'))
  await vi.waitUntil(async () => {
    const [name] = await unfinished()
    return name && (await readdir(join(dataDir, name))).includes('cluster')
  }, waiting)
  await starter.kill()
  expect(await readdir(dataDir)).not.toContain('postgres')
  const next = await ensure()
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('what a killed initdb left is removed by the next start', async () => {
  await (await ensure()).stop()
  await writeFile(join(dataDir, 'postgres.creating-1'), '')
  await ensure()
  expect(await readdir(dataDir)).not.toContain('postgres.creating-1')
})

test('the next start takes the port of the last one, or another where that is taken', async () => {
  const first = await ensure()
  await first.stop()
  const second = await ensure()
  expect(second.url).toBe(first.url)
  await second.stop()
  const intruder = createServer()
  await new Promise<void>((listening) => {
    intruder.listen(Number(new URL(first.url).port), '127.0.0.1', listening)
  })
  const third = await ensure()
  intruder.close()
  expect(new URL(third.url).port).not.toBe(new URL(first.url).port)
  expect(await ask(third.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a start that keeps failing says what Postgres said', async () => {
  await (await ensure()).stop()
  await appendFile(join(dataDir, 'postgres', 'postgresql.conf'), '\nno_such_setting = 1\n')
  await expect(ensure()).rejects.toThrow(/did not start in 6 attempts.*no_such_setting/s)
})

test('a data directory that cannot be written to is named', async () => {
  const file = join(dataDir, 'file')
  await writeFile(file, '')
  await expect(ensurePostgres({ dataDir: join(file, 'data') })).rejects.toThrow(
    /DATA_DIR, found .*file\/data/,
  )
})

test('a directory name that a shell would read works', async () => {
  const server = await ensurePostgres({ dataDir: join(dataDir, `it's "$HOME" and; spaces`) })
  servers.push(server)
  const { url } = server
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
})
