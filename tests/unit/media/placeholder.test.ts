import sharp from 'sharp'
import { expect, test } from 'vitest'
import { placeholderOf } from '@/media/make-picture'

const picture = (alpha: number) =>
  sharp({ create: { width: 1200, height: 630, channels: 4, background: { r: 184, g: 67, b: 11, alpha } } })
    .png()
    .toBuffer()

test('is a few pixels of the picture’s colours at an address of its own', async () => {
  const placeholder = await placeholderOf(await picture(1))
  expect(placeholder).toMatch(/^data:image\/webp;base64,[\w+/]{20,400}=*$/)
  const bytes = Buffer.from(placeholder?.split(',')[1] ?? '', 'base64')
  const { dominant } = await sharp(bytes).stats()
  expect(dominant.r).toBeGreaterThan(dominant.b + 100)
})

test('is none for a picture that is transparent, through which it would show for good', async () => {
  expect(await placeholderOf(await picture(0.5))).toBeNull()
})
