import type { Config } from 'payload'

type Entry = { msg?: string; err?: { message?: string; stack?: string } }

/**
 * Payload's log for commands: on standard error, since standard output is the command's result, and Payload would
 * write to that.
 */
export const commandLog = (): NonNullable<Config['logger']> => ({
  options: { level: 'warn' },
  destination: {
    write(line: string) {
      const { msg, err } = JSON.parse(line) as Entry
      const words = [msg, err?.stack ?? err?.message].filter(Boolean)
      process.stderr.write(`${words.join('\n')}\n`)
    },
  },
})
