import { UsageError } from './usage-error'

/** Tells the person who called a command what happens. Standard output is for the command's result. */
export const say = (line: string) => process.stderr.write(`${line}\n`)

/**
 * Runs a command to its exit code. An error is told on standard error: exit code 2 and the usage where the command was
 * called in a wrong way, exit code 1 for any other.
 */
export async function exitCodeOf(command: () => Promise<number>, usage: string): Promise<number> {
  try {
    return await command()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    if (!(error instanceof UsageError)) return 1
    say(`\n${usage}`)
    return 2
  }
}
