import { createRequire } from 'node:module'
import path from 'node:path'
import sharp from 'sharp'
import type { CardWords } from '@/og/card/card'
import { seedOfEach } from '@/og/card/kawung'
import { createRenderer } from '@/og/store/render'
import { figuresTable, median } from './measuring/figures'
import { machine } from './measuring/machine'
import { hostileCosts } from './og/hostile'
import { peerCard } from './og/peer'
import { serving } from './og/serving'

/**
 * `npm run bench:og` measures cards that were never drawn before, ours and those of @vercel/og, and the time that Sharp
 * needs to encode a finished drawing. It then measures hostile titles and the server. All draw the same titles in the
 * same run, one after the other, each title once. `--json` prints the figures, `--rounds N` sets how many titles of
 * each length are drawn.
 */
const json = process.argv.includes('--json')
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 100
const root = process.cwd()
const brand = { name: 'Terbit', tagline: 'Blog dwibahasa dari penulis independen' }

const titles: Record<string, string> = {
  '11 characters': 'Kabar pagi ',
  '54 characters': 'How a headless CMS can publish in two languages at on',
  '120 characters':
    'Mempertanggungjawabkan keberlanjutan infrastruktur terdesentralisasi: pelajaran dari seratus proyek kecerdasan bua',
  '200 characters':
    'An exceptionally long title that goes on and on, because someone wanted to say everything in it, about publishing pipelines, translation memories, open graph cards, kawung patterns and two la',
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Returns the title with a unique ending, so that no part of it can come from a cache. */
const distinct = (title: string, round: number) =>
  `${title}${letters[Math.floor(round / 26) % 26]}${letters[round % 26]}`

// The build of @vercel/og for Node uses names that only CommonJS has, and a file that its package leaves out.
const require = createRequire(import.meta.url)
Object.assign(globalThis, { require, __dirname: path.dirname(require.resolve('harfbuzzjs')) })
const { ImageResponse } = await import('@vercel/og')

const { render } = createRenderer(root)
const peer = peerCard(root)

const ours = (words: CardWords) => render(words, brand)
const theirs = async (words: CardWords, ground?: string) =>
  Buffer.from(await new ImageResponse(...peer(words, brand, ground)).arrayBuffer())

/** Encodes the pixels of a finished card with Sharp, at the compression level that both cards use. */
const floor = (pixels: Buffer) =>
  sharp(pixels, { raw: { width: 1200, height: 630, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer()

type Measured = { milliseconds: number[]; bytes: number[] }

async function measure(into: Measured, draw: () => Promise<Buffer>): Promise<Buffer> {
  const start = performance.now()
  const png = await draw()
  into.milliseconds.push(performance.now() - start)
  into.bytes.push(png.byteLength)
  return png
}

// A server draws the backgrounds when it starts.
const seeds = seedOfEach()
for (const seed of seeds) await ours({ kind: 'site', locale: 'id', title: '.', seed })

const results = []
for (const [name, title] of Object.entries(titles)) {
  const measured = {
    terbit: { milliseconds: [], bytes: [] } as Measured,
    vercel: { milliseconds: [], bytes: [] } as Measured,
    vercelSamePicture: { milliseconds: [], bytes: [] } as Measured,
    floor: { milliseconds: [], bytes: [] } as Measured,
  }
  // The first card of each loads fonts and code. `npm start` does that before anyone asks for a card.
  for (let round = -3; round < rounds; round++) {
    const words: CardWords = {
      kind: 'article',
      locale: 'id',
      title: distinct(title, round + 3),
      byline: 'Sari Widyastuti',
      detail: '12 November 2026',
      seed: seeds[(round + 3) % seeds.length] ?? '',
    }
    const discarded: Measured = { milliseconds: [], bytes: [] }
    const into = (kept: Measured) => (round < 0 ? discarded : kept)
    const png = await measure(into(measured.terbit), () => ours(words))
    const ground = `data:image/png;base64,${(await ours({ ...words, title: '.' })).toString('base64')}`
    await measure(into(measured.vercel), () => theirs(words))
    await measure(into(measured.vercelSamePicture), () => theirs(words, ground))
    const pixels = await sharp(png).removeAlpha().raw().toBuffer()
    await measure(into(measured.floor), () => floor(pixels))
  }
  const medians = Object.fromEntries(
    Object.entries(measured).map(([who, { milliseconds, bytes }]) => [
      who,
      { milliseconds: median(milliseconds), bytes: median(bytes) },
    ]),
  )
  results.push({ title: name, ...medians } as { title: string } & Record<
    keyof typeof measured,
    { milliseconds: number; bytes: number }
  >)
}

const packages = ['satori', 'sharp', '@vercel/og']
const hostile = await hostileCosts(render)
const served = await serving()

if (json)
  console.log(JSON.stringify({ machine: machine(packages), rounds, results, hostile, served }, null, 2))
else {
  console.log(
    `${JSON.stringify(machine(packages))}\nMedians of ${rounds} cards never drawn before, in one process.\n`,
  )
  console.log(
    figuresTable(
      [
        'title',
        'Terbit',
        '@vercel/og, plain',
        'ratio',
        '@vercel/og, same picture',
        'ratio',
        'floor',
        'x floor',
      ],
      results.map(({ title, terbit, vercel, vercelSamePicture, floor: least }) => [
        title,
        figure(terbit),
        figure(vercel),
        (terbit.milliseconds / vercel.milliseconds).toFixed(2),
        figure(vercelSamePicture),
        (terbit.milliseconds / vercelSamePicture.milliseconds).toFixed(2),
        figure(least),
        (terbit.milliseconds / least.milliseconds).toFixed(1),
      ]),
    ),
  )
  console.log('\nHostile titles, CPU of all threads.\n')
  console.log(
    figuresTable(
      ['title', 'first', 'later', 'memory'],
      hostile.map(({ title, first, later, megabytes }) => [
        title,
        `${first.toFixed(0)} ms`,
        `${later.toFixed(0)} ms`,
        `${megabytes.toFixed(0)} MB`,
      ]),
    ),
  )
  const { firstCard, laterCard, fromMemory, fromDisk, cardsASecond, health } = served
  console.log('\nServed, one drawing thread.\n')
  console.log(
    figuresTable(
      ['what', 'figure'],
      [
        ['first card after the warm-up', `${firstCard.toFixed(1)} ms`],
        ['later new cards, median', `${laterCard.toFixed(1)} ms`],
        ['a card from memory, median', `${fromMemory.toFixed(2)} ms`],
        ['a card from disk, median', `${fromDisk.toFixed(2)} ms`],
        ['new cards a second for 8 clients', cardsASecond.toFixed(0)],
        ['/health/live meanwhile, median', `${health.median.toFixed(1)} ms`],
        ['/health/live meanwhile, p95', `${health.p95.toFixed(1)} ms`],
      ],
    ),
  )
}

function figure({ milliseconds, bytes }: { milliseconds: number; bytes: number }): string {
  return `${milliseconds.toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB`
}
