import { boot } from '@/server/start/boot'
import { eraseUser } from './people/erase-user'
import { userCommand } from './user-command'

/** Erases a user; their work stays. */
process.exitCode = await userCommand(process.argv.slice(2), {
  usage: [
    'npm run users:erase -- --email E [--byline]',
    '  --byline  erases the name that their articles carry too; without it the byline stays',
  ].join('\n'),
  flags: ['byline'],
  boot,
  work: async (payload, { id, email, flags }) => {
    await eraseUser(payload, id, { byline: flags.has('byline') })
    return `Erased ${email}. Their work stays.`
  },
})
