import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { childEnvironment } from '@/env'
import { withPayload } from '../../support/postgres/payload'
import { signIn } from '../../support/product/rest'

const terbit = withPayload()

async function usersCreate(args: string[], password: string) {
  const child = spawn('node_modules/.bin/tsx', ['src/access/users-create-command.ts', ...args], {
    env: childEnvironment({ TERBIT_PASSWORD: '' }),
  })
  child.stdin.end(password)
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { code, out, error }
}

test('users:create makes a user who can sign in, and refuses a second with that email', async () => {
  const args = ['--email', 'Dewi@example.org', '--role', 'editor', '--name', 'Dewi']
  const first = await usersCreate(args, 'kopi tubruk panas\n')
  expect(first.code).toBe(0)
  expect(first.out).toContain('Made dewi@example.org, editor.')
  expect(await signIn('dewi@example.org', 'kopi tubruk panas')).toBeTruthy()
  const second = await usersCreate(args, 'teh manis dingin\n')
  expect(second.code).toBe(1)
  expect(second.error).toContain('There is already a user dewi@example.org.')
  const { docs } = await terbit.payload.find({ collection: 'users' })
  expect(docs.map(({ name, role }) => [name, role])).toEqual([['Dewi', 'editor']])
})

test('users:create says how it is used, and starts nothing, where the arguments are wrong', async () => {
  const { code, error } = await usersCreate(['--email', 'dewi@example.org'], 'kopi tubruk panas\n')
  expect(code).toBe(2)
  expect(error).toContain('--role: expected one of admin, editor, translator, author')
  expect(error).toContain('npm run users:create --')
})
