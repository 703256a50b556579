import sharp, { type Sharp } from 'sharp'
import { seeded } from './seeded'

/** Lays paper grain over a drawing: always the same grey noise, at most `strength` of 255 steps. */
export async function withGrain(drawing: Sharp, strength: number): Promise<Sharp> {
  const { data, info } = await drawing.flatten().removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const random = seeded(2026)
  for (let at = 0; at < data.length; at += info.channels) {
    const noise = (random() + random() - 1) * strength
    for (let channel = 0; channel < info.channels; channel += 1) {
      data[at + channel] = Math.max(0, Math.min(255, (data[at + channel] ?? 0) + noise))
    }
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
}
