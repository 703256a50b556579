import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { BasePayload, Payload } from 'payload'
import { say } from '@/commands/exit-code'
import { flag, text } from '@/commands/folder-arguments'
import { UsageError } from '@/commands/usage-error'
import { query, sql } from '@/database/query'

type Booted = { payload: Payload; stop(): Promise<void> }

export type UserCommand = {
  boot: (say: (line: string) => void) => Promise<Booted>
  /** Further options that are switched on by their name: `--byline`. */
  flags?: string[]
  /** Does the work, and returns what is printed on standard output. */
  work: (
    payload: BasePayload,
    user: { id: string; email: string; flags: ReadonlySet<string> },
  ) => Promise<string>
}

/**
 * Runs a command about the user of `--email`, with or without a running server. @returns the exit code 0
 * @throws UsageError, or Error when there is no such user
 */
export async function userCommand(args: string[], { boot, flags = [], work }: UserCommand): Promise<number> {
  const given = parsed(args, flags)
  const { payload, stop } = await boot(say)
  try {
    const [user] = await query<{ id: string }>(
      payload,
      sql`select id from users where email = ${given.email}`,
    )
    if (!user) throw new Error(`There is no user ${given.email}. Check the address.`)
    process.stdout.write(`${await work(payload, { id: user.id, ...given })}\n`)
    return 0
  } finally {
    await stop()
  }
}

function parsed(args: string[], flags: string[]): { email: string; flags: ReadonlySet<string> } {
  const options: ParseArgsOptionsConfig = {
    email: text,
    ...Object.fromEntries(flags.map((one) => [one, flag])),
  }
  const values = valuesOf(args, options)
  const { email } = values
  if (typeof email !== 'string' || email === '')
    throw new UsageError('--email: expected the address of a user, got none.')
  return { email: email.toLowerCase().trim(), flags: new Set(flags.filter((one) => values[one] === true)) }
}

function valuesOf(args: string[], options: ParseArgsOptionsConfig): Record<string, unknown> {
  try {
    return parseArgs({ args, options }).values
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
