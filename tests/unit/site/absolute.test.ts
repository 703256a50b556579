import { expect, test } from 'vitest'
import { absolute } from '@/site/absolute'

test('an absolute address is the origin before a path', () => {
  expect(absolute('https://terbit.example', '/id/blog')).toBe('https://terbit.example/id/blog')
})

test.each(['//elsewhere.example/a', 'https://elsewhere.example', 'blog', '/\\elsewhere.example'])(
  '%s is refused, for it is no path of the site',
  (path) => {
    expect(() => absolute('https://terbit.example', path)).toThrow(TypeError)
  },
)
