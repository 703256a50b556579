import { fileURLToPath } from 'node:url'
import { test as base, expect } from 'vitest'
import { QueueFullError, RenderStoppedError, type RenderThread, renderThread } from '@/og/store/render-thread'

const program = fileURLToPath(new URL('./threads/echo.mjs', import.meta.url))
const brand = { name: 'Terbit' }

const test = base.extend<{ thread: RenderThread }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  thread: async ({}, use) => {
    const thread = renderThread({ root: process.cwd(), program, queue: 3, deadline: 300, start: 5_000 })
    await use(thread)
    await thread.stop()
  },
})

const draw = async (thread: RenderThread, title: string) =>
  new TextDecoder().decode((await thread.render({ kind: 'site', title }, brand)).png)

test('the thread answers orders in the order they came', async ({ thread }) => {
  const done: string[] = []
  await Promise.all(['a', 'b', 'c'].map(async (title) => done.push(await draw(thread, title))))
  expect(done).toEqual(['a', 'b', 'c'])
})

test('the thread refuses what does not fit into its queue, and draws the rest', async ({ thread }) => {
  const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((title) => draw(thread, title)))
  expect(results.map(({ status }) => status)).toEqual([
    ...Array(4).fill('fulfilled'),
    ...Array(2).fill('rejected'),
  ])
  expect(results.at(-1)).toMatchObject({ reason: expect.any(QueueFullError) })
})

test.each([
  ['hangs', 'hang', /not drawn within/],
  ['ends the thread', 'exit', /thread ended/],
  ['exhausts the heap', 'grow', /thread died|not drawn within/],
])('a card that %s is refused, and the next one drawn by a new thread', async (_, title, reason) => {
  const thread = renderThread({ root: process.cwd(), program, deadline: 1_000, start: 5_000 })
  await draw(thread, 'warm')
  const [staged, after] = await Promise.allSettled([draw(thread, title), draw(thread, 'after')])
  expect(staged).toMatchObject({ reason: expect.any(RenderStoppedError) })
  expect(staged).toMatchObject({ reason: { message: expect.stringMatching(reason) } })
  expect(after).toMatchObject({ value: 'after' })
  await thread.stop()
})

test('a card that cannot be drawn carries the thread’s reason, and the thread goes on', async ({
  thread,
}) => {
  await expect(draw(thread, 'fail')).rejects.toThrow(/staged/)
  expect(await draw(thread, 'after')).toBe('after')
})

test('stopping the thread refuses the orders that wait', async ({ thread }) => {
  const results = Promise.allSettled(['a', 'b'].map((title) => draw(thread, title)))
  await thread.stop()
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
