import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { pictureFolder } from '../content'
import { catalogue } from './catalogue'
import { withGrain } from './drawing/grain'
import { icon, logo } from './logos/brand'

const brandFolder = 'src/demonstration/brand'
const iconFolder = 'public/icons'

/**
 * Draws the pictures that are named on the command line, or without names all of them and the brand:
 * `tsx src/demonstration/pictures/draw.ts`.
 */
async function draw(names: string[]): Promise<void> {
  for (const [name, { svg, grain }] of Object.entries(catalogue)) {
    if (names.length > 0 && !names.includes(name)) continue
    const drawing = sharp(Buffer.from(await svg()))
    const picture = grain > 0 ? await withGrain(drawing, grain) : drawing
    const encoded = name.endsWith('.png')
      ? picture.png({ palette: true, compressionLevel: 9, effort: 10 })
      : picture.webp({ quality: 64, effort: 6, smartSubsample: true })
    const { size } = await encoded.toFile(join(pictureFolder, name))
    process.stdout.write(`${name}  ${Math.ceil(size / 1024)} KB\n`)
  }
  if (names.length === 0) await drawBrand()
}

async function drawBrand(): Promise<void> {
  const rounded = icon({ radius: 112, inset: 0.06 })
  const square = icon({ radius: 0, inset: 0.1 })
  await writeFile(join(brandFolder, 'icon.svg'), rounded)
  await writeFile(join(brandFolder, 'logo.svg'), await logo('light'))
  await writeFile(join(brandFolder, 'logo-dark.svg'), await logo('dark'))
  await writeFile(join(iconFolder, 'favicon.svg'), rounded)
  await writeFile(join(iconFolder, 'icon-192.png'), await png(rounded, 192))
  await writeFile(join(iconFolder, 'icon-512.png'), await png(rounded, 512))
  await writeFile(join(iconFolder, 'maskable-512.png'), await png(icon({ radius: 0, inset: 0.16 }), 512))
  await writeFile(join(iconFolder, 'apple-touch-icon.png'), await png(square, 180))
  await writeFile(join(iconFolder, 'favicon.ico'), icoOf(await png(rounded, 32), 32))
}

const png = (svg: string, size: number) =>
  sharp(Buffer.from(svg), { density: 144 })
    .resize(size, size)
    .png({ compressionLevel: 9, effort: 10 })
    .toBuffer()

/** Wraps one PNG in an ICO container (a directory with one entry, which Windows Vista and later read). */
function icoOf(picture: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(picture.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, picture])
}

draw(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
