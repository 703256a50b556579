import { boot } from '@/server/start/boot'
import { userExport } from './people/export-user'
import { userCommand } from './user-command'

/** Prints everything that is kept about a user, as JSON. */
process.exitCode = await userCommand(process.argv.slice(2), {
  usage: 'npm run users:export -- --email E',
  boot,
  work: async (payload, { id }) => JSON.stringify(await userExport(payload, id), undefined, 2),
})
