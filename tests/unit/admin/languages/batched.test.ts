import { expect, test, vi } from 'vitest'
import { batched } from '@/admin/languages/batched'

const lengths = async (ids: string[]) => new Map(ids.map((id) => [id, id.length]))

test('reads asked for in one turn are one read, each id once', async () => {
  const read = vi.fn(lengths)
  const lengthOf = batched(read)
  expect(await Promise.all([lengthOf('a'), lengthOf('bb'), lengthOf('a')])).toEqual([1, 2, 1])
  expect(read.mock.calls).toEqual([[['a', 'bb']]])
})

test('a later turn reads anew', async () => {
  const read = vi.fn(lengths)
  const lengthOf = batched(read)
  await lengthOf('a')
  await lengthOf('a')
  expect(read).toHaveBeenCalledTimes(2)
})

test('what the read leaves out is undefined', async () => {
  expect(await batched<number>(async () => new Map())('a')).toBeUndefined()
})

test('a failed read fails for each that waits for it', async () => {
  const lengthOf = batched<number>(async () => {
    throw new Error('no database')
  })
  const results = await Promise.allSettled([lengthOf('a'), lengthOf('b')])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
