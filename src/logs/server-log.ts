import type { Logger } from 'pino'

export type { Logger }

/** The log lives beside all copies of this file: those of Next's bundles and the server's own. */
const key = Symbol.for('terbit.log')
const shared = globalThis as { [key]?: Logger }

/** The log of the server that runs in this process; undefined in a command and in development. */
export const serverLog = (): Logger | undefined => shared[key]

export function keepServerLog(log: Logger): void {
  shared[key] = log
}
