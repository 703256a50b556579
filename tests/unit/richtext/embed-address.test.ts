import { expect, test } from 'vitest'
import { embedAddress, frameSources } from '@/richtext/embed-address'

test.each([
  ['https://www.youtube.com/watch?v=abcdefghijk&t=5', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
  ['https://youtu.be/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
  ['https://m.youtube.com/shorts/abcdefghijk', 'https://www.youtube-nocookie.com/embed/abcdefghijk'],
  ['https://vimeo.com/123456', 'https://player.vimeo.com/video/123456?dnt=1'],
  ['https://player.vimeo.com/video/123456', 'https://player.vimeo.com/video/123456'],
  ['https://letters.substack.com/embed', 'https://letters.substack.com/embed'],
])('frames %s as %s', (url, frame) => {
  expect(embedAddress(url)?.frame).toBe(frame)
})

test.each([
  'https://www.youtube.com/watch?v=abcdefghijk',
  'https://vimeo.com/123456',
  'https://customer-a1.cloudflarestream.com/0af/iframe',
  'https://letters.substack.com/embed',
  'https://iframe.videodelivery.net/0af',
  'https://www.loom.com/embed/0af',
  'https://loom.com/embed/0af',
  'https://www.dailymotion.com/embed/video/x',
  'https://player.bilibili.com/player.html?bvid=1',
  'https://open.spotify.com/embed/track/1',
  'https://codesandbox.io/embed/a',
])('the frame of %s is one that pages may open', (url) => {
  const { host, protocol } = new URL(embedAddress(url)?.frame ?? '')
  const covers = (source: string) => {
    const { host: pattern } = /^https:\/\/(?<host>.+)$/.exec(source)?.groups ?? {}
    return pattern?.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
  }
  expect(protocol).toBe('https:')
  expect(frameSources.filter(covers)).not.toEqual([])
})

test.each([
  'https://youtube.com.evil.example/embed/abcdefghijk',
  'https://evil.example/youtube.com/embed/abcdefghijk',
  'https://youtu.be/../evil',
  'https://www.youtube.com/redirect?q=https://evil.example',
  'https://open.spotify.com/redirect',
  'http://player.vimeo.com/video/123456',
  'https://player.vimeo.com:8443/video/123456',
])('frames nothing of %s', (url) => {
  expect(embedAddress(url)?.frame).toBeUndefined()
})

test.each([
  'javascript:alert(1)',
  'mailto:a@example.org',
  '/videos/1',
  'https://user:secret@youtu.be/abcdefghijk',
  '',
])('finds no embed behind %j', (url) => {
  expect(embedAddress(url)).toBeUndefined()
})

test('names the site without www', () => {
  expect(embedAddress('//www.example.org/a')).toEqual({
    href: 'https://www.example.org/a',
    site: 'example.org',
    frame: undefined,
  })
})
