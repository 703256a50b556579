import { parseArgs } from 'node:util'
import type { BasePayload, Payload } from 'payload'
import { query, sql } from '@/database/query'

type Booted = { payload: Payload; stop(): Promise<void> }

export type UserCommand = {
  usage: string
  /** Further options that are switched on by their name: `--byline`. */
  flags?: string[]
  boot: (say: (line: string) => void) => Promise<Booted>
  /** Does the work, and returns what is printed on standard output. */
  work: (
    payload: BasePayload,
    user: { id: string; email: string; flags: ReadonlySet<string> },
  ) => Promise<string>
}

/**
 * Runs a command about one user, with or without a running server.
 * @returns the exit code. 0: done, 1: refused, 2: wrong usage.
 */
export async function userCommand(args: string[], command: UserCommand): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const given = parsed(args, command.flags ?? [])
  if (!given.email) {
    say(`${given.error ?? '--email: expected an address, got none.'}\n\n${command.usage}`)
    return 2
  }
  try {
    const { payload, stop } = await command.boot(say)
    try {
      const email = given.email.toLowerCase().trim()
      const [user] = await query<{ id: string }>(payload, sql`select id from users where email = ${email}`)
      if (!user) throw new Error(`There is no user ${email}. Check the address.`)
      process.stdout.write(`${await command.work(payload, { id: user.id, email, flags: given.flags })}\n`)
    } finally {
      await stop()
    }
    return 0
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

type Given = { email?: string; flags: ReadonlySet<string>; error?: string }

function parsed(args: string[], known: string[]): Given {
  try {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: 'string' },
        ...Object.fromEntries(known.map((flag) => [flag, { type: 'boolean' as const }])),
      },
    })
    const { email } = values as { email?: string }
    const flags = new Set(known.filter((flag) => (values as Record<string, unknown>)[flag] === true))
    return { flags, ...(email ? { email } : {}) }
  } catch (error) {
    return { flags: new Set(), error: error instanceof Error ? error.message : String(error) }
  }
}
