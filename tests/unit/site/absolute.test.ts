import { expect, test } from 'vitest'
import { absolute } from '@/site/absolute'

test('puts the origin before a path', () => {
  expect(absolute('https://terbit.example', '/id/blog')).toBe('https://terbit.example/id/blog')
})

test.each(['//elsewhere.example/a', 'https://elsewhere.example', 'blog', '/\\elsewhere.example'])(
  'refuses %s, which is no path of the site',
  (path) => {
    expect(() => absolute('https://terbit.example', path)).toThrow(TypeError)
  },
)
