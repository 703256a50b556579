import { exitCodeOf } from '@/commands/exit-code'
import { boot } from '@/server/start/boot'
import { userCommand } from './people/command-about-user'
import { eraseUser } from './people/erase-user'

const usage = [
  'npm run users:erase -- --email E [--byline]',
  '  --byline  erases the name that their articles carry too; without it the byline stays',
].join('\n')

/** Erases a user; their work stays. */
const run = () =>
  userCommand(process.argv.slice(2), {
    boot,
    flags: ['byline'],
    work: async (payload, { id, email, flags }) => {
      await eraseUser(payload, id, { byline: flags.has('byline') })
      return `Erased ${email}. Their work stays.`
    },
  })

process.exitCode = await exitCodeOf(run, usage)
