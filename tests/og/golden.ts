import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect } from 'vitest'

/** Half the card's size, so that the pictures stay small in the repository and rounding at edges evens out. */
const size = { width: 600, height: 315 }

/**
 * `channel` is how far a channel may be off before a pixel counts as different; `share` is the share of such pixels
 * that is allowed.
 */
const tolerance = { channel: 40, share: 0.0005 }

/**
 * Compares a card with the stored picture of this name. UPDATE_GOLDEN=1 stores the card instead; look at it before
 * committing it.
 */
export async function expectGolden(png: Uint8Array, name: string): Promise<void> {
  const file = fileURLToPath(new URL(`./golden/${name}.png`, import.meta.url))
  const small = sharp(png).resize(size)
  if (process.env.UPDATE_GOLDEN === '1') {
    await writeFile(file, await small.clone().png({ compressionLevel: 9, effort: 10 }).toBuffer())
  }
  expect(existsSync(file), `${name}.png is missing: run the test with UPDATE_GOLDEN=1`).toBe(true)
  const drawn = await small.raw().toBuffer()
  const kept = await sharp(file).removeAlpha().raw().toBuffer()
  expect(otherPixels(drawn, kept) / (size.width * size.height), name).toBeLessThanOrEqual(tolerance.share)
}

function otherPixels(drawn: Buffer, kept: Buffer): number {
  let count = drawn.length === kept.length ? 0 : Number.POSITIVE_INFINITY
  for (let at = 0; at < drawn.length; at += 3) {
    const off = [0, 1, 2].some(
      (channel) => Math.abs((drawn[at + channel] ?? 0) - (kept[at + channel] ?? 0)) > tolerance.channel,
    )
    if (off) count++
  }
  return count
}
