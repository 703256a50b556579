import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Colour } from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { decodePicture } from '@/media/decode-picture'

const plain = (width: number, height: number, background: Colour = '#b8430b') =>
  sharp({ create: { width, height, channels: 3, background } })

/** A decoder that a hostile picture has taken over. */
async function hostile(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'terbit-decoder-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'decoder.mjs')
  await writeFile(file, source)
  return file
}

const anyBytes = Buffer.from('x')

test('makes a picture and its sizes, none larger than it was', async () => {
  const { picture, sizes, placeholder } = await decodePicture(await plain(1200, 900).png().toBuffer())
  expect(
    [picture, sizes.small, sizes.medium, sizes.large].map(({ width, height }) => [width, height]),
  ).toEqual([
    [1200, 900],
    [480, 360],
    [960, 720],
    [1200, 900],
  ])
  expect((await sharp(picture.data).metadata()).format).toBe('webp')
  expect(placeholder).toMatch(/^data:image\/webp;base64,/)
})

test('a picture of 48 million pixels fits into the limits', async () => {
  const { picture } = await decodePicture(await plain(8000, 6000).jpeg().toBuffer())
  expect([picture.width, picture.height]).toEqual([2400, 1800])
})

test('a short animation moves, and one of many pixels in few bytes stands still', async () => {
  const animation = async (width: number, frames: number) => {
    const all = await Promise.all(
      Array.from({ length: frames }, (_, n) =>
        plain(width, width, { r: (n * 97) % 256, g: (n * 61) % 256, b: 20 })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      ),
    )
    const gif = await sharp(all, { join: { animated: true } })
      .gif()
      .toBuffer()
    return (await sharp((await decodePicture(gif)).picture.data).metadata()).pages ?? 1
  }
  expect([await animation(40, 8), await animation(600, 40)]).toEqual([8, 1])
})

test.each([
  [
    'SVG',
    () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
  ],
  ['TIFF', () => plain(9, 9).tiff().toBuffer()],
  ['nothing', () => Buffer.alloc(0)],
  ['text', () => Buffer.from('hello')],
  ['more than 50 million pixels', () => plain(8000, 7000).png().toBuffer()],
])('refuses %s', async (_, bytes) => {
  await expect(decodePicture(await bytes())).rejects.toThrow('Expected a picture')
})

test.each([
  ['takes too long', 'setInterval(() => {}, 1000)', { deadline: 1500 }],
  ['takes the processor', 'for (;;);', { processorSeconds: 1 }],
  ['takes memory', 'const all = []; for (;;) all.push(Buffer.alloc(16e6, 1))', { megabytes: 512 }],
  [
    'answers without end',
    'const b = Buffer.alloc(1e6); for (;;) await new Promise((r) => process.stdout.write(b, r))',
    {},
  ],
  ['answers something else', 'console.log(JSON.stringify({ placeholder: "x", files: [] }))', {}],
  ['answers a page', 'console.log("<script>alert(1)</script>")', {}],
])('stops a decoder that %s', async (_, source, limits) => {
  const program = await hostile(source)
  const all = { deadline: 20_000, ...limits, program }
  await expect(decodePicture(anyBytes, all)).rejects.toThrow('Expected a picture')
})

test('a decoder knows no secret and writes no file', async () => {
  const program = await hostile(`
    import { writeFileSync } from 'node:fs'
    process.on('SIGXFSZ', () => {})
    try { writeFileSync(new URL('written', import.meta.url), 'x'.repeat(100)) } catch {}
    if (process.env.PAYLOAD_SECRET || process.env.DATABASE_URL) writeFileSync(new URL('leaked', import.meta.url), '')
    process.exit(1)`)
  process.env.PAYLOAD_SECRET ??= 'a secret for tests alone'
  await expect(decodePicture(anyBytes, { program })).rejects.toThrow('Expected a picture')
  const files = await readdir(join(program, '..'))
  expect(files).not.toContain('leaked')
  expect((await stat(join(program, '..', 'written'))).size).toBe(0)
})
