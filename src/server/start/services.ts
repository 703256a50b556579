import { ensurePostgres } from '@/database/embedded/embedded'
import { environment, supply } from '@/env'
import { keptSecret } from './secret'

/**
 * Starts what this process lacks: an embedded Postgres where DATABASE_URL is unset, and a secret where none was made yet.
 * Must run before the Payload config is loaded, which reads both.
 * @param onLost called when the embedded Postgres has ended and cannot be started again
 */
export async function startServices(
  onProgress: (step: string) => void,
  onLost?: (error: Error) => void,
): Promise<{ stop(): Promise<void> }> {
  const { databaseUrl, dataDir, secret } = environment()
  if (databaseUrl) return { stop: async () => undefined }
  const postgres = await ensurePostgres({ dataDir, onProgress, onLost })
  supply({
    DATABASE_URL: postgres.url,
    TERBIT_EMBEDDED: '1',
    PAYLOAD_SECRET: secret ?? (await keptSecret(dataDir)),
  })
  return postgres
}
