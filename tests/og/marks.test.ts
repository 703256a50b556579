import { readFileSync } from 'node:fs'
import path from 'node:path'
import satori from 'satori'
import sharp from 'sharp'
import { expect, test } from 'vitest'

const fontFile = (family: string, subset: string) =>
  readFileSync(path.resolve('node_modules/@fontsource', family, `files/${family}-${subset}-800-normal.woff`))

/** Returns the rows that have ink in them, in a picture of the text that is 200 pixels high. */
async function inkedRows(text: string, data: Buffer, direction: 'ltr' | 'rtl'): Promise<number[]> {
  const style = { display: 'flex', fontFamily: 'f', fontSize: 100, lineHeight: 2, color: 'black', direction }
  const svg = await satori({ type: 'div', props: { style, children: text } } as never, {
    width: 400,
    height: 200,
    fonts: [{ name: 'f', data, weight: 800, style: 'normal' }],
  })
  const pixels = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer()
  return Array.from({ length: 200 }, (_, row) => row).filter((row) =>
    pixels.subarray(row * 400, (row + 1) * 400).some((alpha) => alpha > 128),
  )
}

test('an Arabic kasra stands below its letter and a fatha above it', async () => {
  const arabic = fontFile('noto-sans-arabic', 'arabic')
  const [bare, above, below] = await Promise.all(
    ['ل', 'لَ', 'لِ'].map((text) => inkedRows(text, arabic, 'rtl')),
  )
  // Without the patch the fatha is moved down, into the letter.
  const hint = 'run `npx patch-package`: an install with --ignore-scripts leaves it out'
  expect(above?.[0], hint).toBeLessThan((bare?.[0] ?? 0) - 5)
  expect(below?.at(-1)).toBeGreaterThan((bare?.at(-1) ?? 0) + 5)
})
