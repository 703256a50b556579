import { resolve } from 'node:path'
import { z } from 'zod'

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `expected an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce
      .number('expected a number')
      .int('expected a whole number')
      .min(1, 'expected 1 to 65535')
      .max(65535, 'expected 1 to 65535')
      .default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    SITE_URL: url(['http:', 'https:']).optional(),
    DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
    /** Fewer than three leave Payload waiting for a second one for ever. */
    DATABASE_CONNECTIONS: z.coerce.number().int().min(3, 'expected 3 or more').max(500).default(10),
    PAYLOAD_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
    DATA_DIR: z.string().min(1).default('.data'),
    SMTP_URL: url(['smtp:', 'smtps:']).optional(),
    /**
     * The titles that a card may be drawn with on request: any, those of published documents, or those that we signed.
     */
    OG_ACCESS: z.enum(['open', 'published', 'signed']).default('open'),
    /** How many trusted proxies a request passes. The client's address is the one that the outermost of them noted. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    /** The least important entries that the server's log shows. */
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
    TERBIT_CORPUS: z.string().min(1).optional(),
    /** The password for `npm run users:create`, used when standard input holds none. */
    TERBIT_PASSWORD: z.string().min(1).optional(),
    /** Set by `npm start` for the processes that it starts. It means that the database is the embedded one. */
    TERBIT_EMBEDDED: z.literal('1').optional(),
    /** The fault points that a test enables: names, separated by commas. */
    TERBIT_FAULTS: z.string().optional(),
  })
  .superRefine((given, context) => {
    if (!given.DATABASE_URL || given.TERBIT_EMBEDDED) return
    for (const name of ['PAYLOAD_SECRET', 'SITE_URL'] as const) {
      if (given[name]) continue
      context.addIssue({ code: 'custom', path: [name], message: 'is required when DATABASE_URL is set' })
    }
  })

export type Environment = {
  production: boolean
  port: number
  host: string
  /** The origin that readers use: without a path, a slash at the end or a default port. */
  siteUrl: string
  databaseUrl: string | undefined
  /** How many connections to Postgres this process may hold, beside the one that listens. */
  databaseConnections: number
  embedded: boolean
  secret: string | undefined
  /** Absolute. */
  dataDir: string
  smtpUrl: string | undefined
  ogAccess: 'open' | 'published' | 'signed'
  trustedProxies: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** Opens /metrics to those who send it. Without it, only this machine may read them. */
  metricsToken: string | undefined
  corpus: string | undefined
  password: string | undefined
  faults: ReadonlySet<string>
}

export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/**
 * Checks every setting and names all that are wrong at once.
 * An empty variable counts as unset, as in `.env` files.
 * @throws EnvironmentError
 */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new EnvironmentError(
      `Some settings are wrong:\n${lines.join('\n')}\nSee .env.example for each one.`,
    )
  }
  const { data } = result
  return {
    production: data.NODE_ENV === 'production',
    port: data.PORT,
    host: data.HOST,
    siteUrl: new URL(data.SITE_URL ?? `http://${originHost(data.HOST)}:${data.PORT}`).origin,
    databaseUrl: data.DATABASE_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    embedded: data.TERBIT_EMBEDDED === '1' || !data.DATABASE_URL,
    secret: data.PAYLOAD_SECRET,
    dataDir: resolve(data.DATA_DIR),
    smtpUrl: data.SMTP_URL,
    ogAccess: data.OG_ACCESS,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
    metricsToken: data.METRICS_TOKEN,
    corpus: data.TERBIT_CORPUS,
    password: data.TERBIT_PASSWORD,
    faults: new Set(data.TERBIT_FAULTS?.split(',')),
  }
}

/** A server that listens on every address, or on the loopback address, is reached as localhost. */
const originHost = (host: string) => (['0.0.0.0', '::', '127.0.0.1'].includes(host) ? 'localhost' : host)

/**
 * Returns the settings of this process. They are read on each call: `npm start` completes them before Payload loads.
 */
export const environment = (): Environment => parseEnvironment(process.env)

/** Adds settings found at start-up to this process and to the processes that it starts. */
export function supply(
  variables: Partial<
    Record<'DATABASE_URL' | 'PAYLOAD_SECRET' | 'TERBIT_EMBEDDED' | 'SITE_URL' | 'DATA_DIR', string>
  >,
): void {
  Object.assign(process.env, variables)
}

/** Returns the environment for a child process. */
export const childEnvironment = (variables: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...variables,
})
