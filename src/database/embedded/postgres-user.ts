import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { DatabaseStartError } from './database-start-error'

/**
 * The user that runs Postgres' programs, undefined for the current user. `reaches` is false when that user cannot enter
 * a parent directory of the files it needs.
 */
export type PostgresUser = { uid: number; gid: number; reaches: boolean } | undefined

/**
 * Chooses the user for a cluster: the current user, or, because Postgres refuses to run as root, the owner of the
 * cluster, else `postgres`, else `nobody`.
 *
 * @throws DatabaseStartError when no user fits.
 */
export function postgresUser(cluster: string, binaries: string): PostgresUser {
  if (process.platform === 'win32' || !process.getuid) return undefined
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (process.getuid() !== 0) {
    if (owner) assertOwner(cluster, owner.uid)
    else assertNamed()
    return undefined
  }
  const user = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : serviceUser()
  const reaches = isReachable(dirname(cluster), user) && isReachable(binaries, user)
  if (!reaches && !canKeepReach()) {
    throw new DatabaseStartError(
      `Postgres refuses to run as root, and user ${user.uid} may not enter every directory above ${cluster} and ` +
        `${binaries}. Run \`chmod o+x\` on those directories, start Terbit from a directory that every user ` +
        'may enter (such as /srv), run it as an ordinary user, or set DATABASE_URL.',
    )
  }
  return { ...user, reaches }
}

/** Returns a command's file, arguments and options for child_process, so that it runs as that user. */
export function asUser(user: PostgresUser, file: string, args: string[]) {
  if (!user) return { file, args, options: {} }
  if (user.reaches) return { file, args, options: { uid: user.uid, gid: user.gid } }
  return { file: 'setpriv', args: [...keepingReach(user), file, ...args], options: {} }
}

/**
 * Arguments for util-linux' setpriv. They drop root but keep one capability: to enter the directories that root may
 * enter. Without no_setuid_fixup access(2) ignores capabilities, and Postgres uses it to look for its own program.
 */
function keepingReach({ uid, gid }: { uid: number; gid: number }): string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
  ]
}

function canKeepReach(): boolean {
  try {
    execFileSync('setpriv', [...keepingReach({ uid: 65534, gid: 65534 }), 'true'], { stdio: 'ignore' })
    return true
  } catch {
    // Not Linux, no util-linux, or a container without those capabilities.
    return false
  }
}

function assertOwner(cluster: string, uid: number): void {
  if (uid === process.getuid?.()) return
  throw new DatabaseStartError(
    `The database in ${cluster} belongs to user ${uid}, and this is user ${process.getuid?.()}. ` +
      `Start Terbit as that user or as root, or run \`chown -R ${process.getuid?.()} ${cluster}\` as root.`,
  )
}

function assertNamed(): void {
  try {
    userInfo()
  } catch (cause) {
    throw new DatabaseStartError(
      `User ${process.getuid?.()} has no entry in /etc/passwd, and Postgres' initdb needs one. ` +
        'Add an entry, run Terbit as a user who has one, or set DATABASE_URL.',
      { cause },
    )
  }
}

function serviceUser(): { uid: number; gid: number } {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = entries.find((entry) => entry[0] === name) ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new DatabaseStartError(
    'Postgres refuses to run as root, and /etc/passwd names neither `postgres` nor `nobody`. ' +
      'Add one of them, run Terbit as an ordinary user, or set DATABASE_URL.',
  )
}

function isReachable(directory: string, user: { uid: number; gid: number }): boolean {
  const { uid, gid, mode } = statSync(directory)
  const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  const parent = dirname(directory)
  return (mode & search) !== 0 && (parent === directory || isReachable(parent, user))
}
