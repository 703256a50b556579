import { format } from 'node:util'
import { pino } from 'pino'
import { redact } from './redact'
import { requestId } from './request-id'
import type { Logger } from './server-log'

/**
 * Makes a log that writes one line of JSON an entry:
 * `{"level":"warn","time":"2026-11-28T13:00:00.000Z","requestId":"…","msg":"…"}`
 * @param options.secrets texts that no line may show
 * @param options.write by default to standard output
 */
export function jsonLog({
  level,
  secrets = [],
  write = (line) => process.stdout.write(line),
}: {
  level: string
  secrets?: readonly string[]
  write?: (line: string) => void
}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const id = requestId()
        return id ? { requestId: id } : {}
      },
    },
    { write: (line: string) => write(redact(line, secrets)) },
  )
}

/** Lets everything that is said by `console`, also by Next and other packages, become entries of the log. */
export function consoleToLog(log: Logger, target: Pick<Console, keyof typeof levels> = console): void {
  for (const [method, level] of Object.entries(levels) as [
    keyof typeof levels,
    'debug' | 'info' | 'warn' | 'error',
  ][])
    target[method] = (...args: unknown[]) => {
      const err = args.find((one) => one instanceof Error)
      const words = args.filter((one) => one !== err)
      const msg = words.length > 0 ? format(...words) : (err?.message ?? '')
      log[level](err ? { err } : {}, msg)
    }
}

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const
