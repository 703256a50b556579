import { ensurePostgres } from '@/database/embedded/embedded'
import { environment, supply } from '@/env'
import { keptSecret } from './secret'

/**
 * Starts what this process lacks: an embedded Postgres where DATABASE_URL is unset, and a secret where none was made yet.
 * Must run before the Payload config is loaded, which reads both.
 */
export async function startServices(onProgress: (step: string) => void): Promise<{ stop(): Promise<void> }> {
  const { databaseUrl, dataDir, secret } = environment()
  if (databaseUrl) return { stop: async () => undefined }
  const postgres = await ensurePostgres({ dataDir, onProgress })
  supply({
    DATABASE_URL: postgres.url,
    TERBIT_EMBEDDED: '1',
    PAYLOAD_SECRET: secret ?? (await keptSecret(dataDir)),
  })
  return postgres
}
