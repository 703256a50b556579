import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { generateImportMap, getPayload, type Payload, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { supply } from '@/env'

/** This program fails when a generated file differs from what would be generated now. It needs no database. */
supply({
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
  PAYLOAD_SECRET: 'a secret for nobody at all',
  SITE_URL: 'http://localhost:3000',
})
const { default: config } = await import('@payload-config')
const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
const directory = await mkdtemp(join(tmpdir(), 'terbit-generated-'))
try {
  const complaints = [
    ...(await staleTypes(payload.config)),
    ...(await staleImportMap(payload.config)),
    ...(await staleMigrations(payload)),
  ]
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
} finally {
  await rm(directory, { recursive: true })
  await payload.destroy()
}

async function staleTypes(given: SanitizedConfig): Promise<string[]> {
  const outputFile = join(directory, 'payload-types.ts')
  await generateTypes({ ...given, typescript: { ...given.typescript, outputFile } }, { log: false })
  return compare(outputFile, 'src/payload-types.ts', 'npm run generate -- generate:types')
}

async function staleImportMap(given: SanitizedConfig): Promise<string[]> {
  const path = 'app/(payload)/admin/importMap.js'
  const importMapFile = join(directory, path)
  await mkdir(dirname(importMapFile), { recursive: true })
  const importMap = { ...given.admin.importMap, baseDir: directory, importMapFile }
  await generateImportMap({ ...given, admin: { ...given.admin, importMap } }, { log: false, force: true })
  return compare(importMapFile, path, 'npm run generate -- generate:importmap')
}

async function compare(made: string, kept: string, command: string): Promise<string[]> {
  if ((await readFile(made, 'utf8')) === (await readFile(kept, 'utf8'))) return []
  return [`Expected ${kept} to be what is generated now, it is not. Run ${command}.`]
}

/** Finds out what `payload migrate:create` would write, without writing it. */
async function staleMigrations({ db }: Payload): Promise<string[]> {
  const adapter = db as unknown as PostgresAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const snapshot = (await readdir('migrations'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  if (!snapshot) return ['Expected a snapshot of the schema in migrations/, found none.']
  const before = JSON.parse(await readFile(join('migrations', snapshot), 'utf8'))
  const statements = await generateMigration(before, await generateDrizzleJson(adapter.schema))
  if (statements.length === 0) return []
  return [
    'Expected the migrations to make the schema of now, they lack:',
    ...statements,
    'Run npm run generate -- migrate:create NAME.',
  ]
}
