import { expect, test, vi } from 'vitest'
import { renderedApart } from '@/content/rendered-apart'

test('a document that cannot be rendered is left out, and logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const endless = (depth: number): number => endless(depth + 1) + 1
  const made = await renderedApart([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ({ id }) =>
    id === 'b' ? endless(0) : id,
  )
  expect(made).toEqual(['a', 'c'])
  expect(log).toHaveBeenCalledWith(expect.stringContaining('document b'), expect.any(RangeError))
  log.mockRestore()
})
