import { exitCodeOf } from '@/commands/exit-code'
import { boot } from '@/server/start/boot'
import { userCommand } from './people/command-about-user'
import { userExport } from './people/export-user'

/** Prints everything that is kept about a user, as JSON. */
const run = () =>
  userCommand(process.argv.slice(2), {
    boot,
    work: async (payload, { id }) => JSON.stringify(await userExport(payload, id), undefined, 2),
  })

process.exitCode = await exitCodeOf(run, 'npm run users:export -- --email E')
