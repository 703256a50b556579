import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'

const docusaurus = fileURLToPath(new URL('./docusaurus/', import.meta.url))
const nextPage = fileURLToPath(new URL('./next-page/', import.meta.url))

export type Peer = { origin: string; stop: () => Promise<void> }

/** Installs Docusaurus if it is missing. It brings a thousand packages that only this benchmark needs. */
export async function installDocusaurus(): Promise<void> {
  if (!existsSync(join(docusaurus, 'node_modules'))) await run('npm', ['ci'], docusaurus)
}

/** Builds a blog with Docusaurus into a folder. */
export const buildDocusaurus = (blog: string, out: string): Promise<void> =>
  run(join(docusaurus, 'node_modules/.bin/docusaurus'), ['build', '--out-dir', out], docusaurus, {
    BENCH_BLOG: blog,
  })

/** Serves a built site as a static host does: each file compressed once, with its ETag. */
export async function serveStatically(folder: string): Promise<Peer> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!/\.(html|js|css|xml|json|svg|txt)$/.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }))
  }
  const serve = sirv(folder, { gzip: true, etag: true })
  const server = createServer((request, response) => serve(request, response))
  return { origin: await listening(server), stop: () => closed(server) }
}

/**
 * Builds and serves a page of Next that holds only the article. Uses webpack, because Turbopack treats the project
 * around it as part of it.
 */
export async function serveNextPage(article: string, port: number): Promise<Peer> {
  const next = fileURLToPath(new URL('../../node_modules/.bin/next', import.meta.url))
  const settings = { BENCH_ARTICLE: article, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  await run(next, ['build', '--webpack'], nextPage, settings)
  const env = { ...process.env, ...settings } as NodeJS.ProcessEnv
  const child = spawn(next, ['start', '--port', String(port)], { cwd: nextPage, stdio: 'ignore', env })
  const origin = `http://localhost:${port}`
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answering(origin)
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

async function answering(origin: string): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await fetch(origin).catch(() => undefined))?.ok) {
    if (Date.now() > end) throw new Error(`Expected ${origin} to answer within a minute.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function run(
  program: string,
  args: string[],
  cwd: string,
  settings: Record<string, string> = {},
): Promise<void> {
  const env = { ...process.env, ...settings } as NodeJS.ProcessEnv
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ended with exit code ${code}: ${said.slice(-4_000)}`)),
    )
  })
}

const listening = (server: Server) =>
  new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`))
  })

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
