import { exitCodeOf } from '@/commands/exit-code'
import { boot } from '@/server/start/boot'
import { userCommand } from './people/command-about-user'
import { alone, removeSecondFactor } from './second-factor/store'
import { endSessions } from './sessions/session-facts'

/** Takes a user's second factor off, for somebody who has lost their device and their recovery codes. */
const run = () =>
  userCommand(process.argv.slice(2), {
    boot,
    work: async (payload, { id, email }) => {
      const removed = await removeSecondFactor(alone(payload), id)
      // Where the site demands a second factor, no session may go on without one.
      await endSessions(payload, { userId: id })
      return removed
        ? `Took the second factor off ${email}, and ended their sessions.`
        : `${email} had no second factor. Their sessions are ended.`
    },
  })

process.exitCode = await exitCodeOf(run, 'npm run users:totp-off -- --email E')
