import { text } from 'node:stream/consumers'
import { exitCodeOf, say } from '@/commands/exit-code'
import { environment } from '@/env'
import { boot } from '@/server/start/boot'
import { createUser } from './create-user'
import { newUserFrom, passwordFrom, usersCreateUsage } from './new-user'

/** Creates a user, with or without a running server. Exit code 0: created, 1: refused, 2: wrong usage. */
async function run(args: string[]): Promise<number> {
  const user = newUserFrom(args)
  const standardInput = process.stdin.isTTY ? '' : await text(process.stdin)
  const password = passwordFrom(standardInput, environment().password)
  const { payload, stop } = await boot(say)
  try {
    await createUser(payload, { ...user, password })
  } finally {
    await stop()
  }
  process.stdout.write(`Made ${user.email}, ${user.role}.\n`)
  return 0
}

process.exitCode = await exitCodeOf(() => run(process.argv.slice(2)), usersCreateUsage)
