import { mkdir } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { type Locale, locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { nowhere, pageTypes } from './e2e/readers/support/magazine'
import { chromiumLaunch } from './support/browser/chromium'
import { createInstallation, startProduct } from './support/product/product'

/**
 * `npm run screenshots` draws every type of page of the demonstration magazine, in both languages and themes and in
 * three widths, as one sheet per type in docs/screenshots. `--out FOLDER` writes elsewhere, `--scale N` sets the size
 * (1 is one pixel per pixel).
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'docs/screenshots' },
    scale: { type: 'string', default: '0.3' },
  },
})
const scale = Number(values.scale)
const screens = [
  { width: 360, height: 1_000 },
  { width: 768, height: 1_000 },
  { width: 1_280, height: 1_000 },
]
const themes = ['light', 'dark'] as const
const gap = 16

const installation = await createInstallation()
const product = await startProduct(installation)
const browser = await chromium.launch(await chromiumLaunch())
try {
  await mkdir(values.out, { recursive: true })
  const sheets = { id: addressesOf('id'), en: addressesOf('en') }
  for (const type of Object.keys(sheets.id) as (keyof typeof sheets.id)[]) {
    const rows: Buffer[][] = []
    for (const screen of screens) {
      const row: Buffer[] = []
      for (const locale of locales)
        for (const colorScheme of themes)
          row.push(await shot(browser, installation.origin + sheets[locale][type], { screen, colorScheme }))
      rows.push(row)
    }
    await sheet(rows, `${values.out}/${type}.webp`)
    console.log(`${values.out}/${type}.webp`)
  }
} finally {
  await browser.close()
  await product.stop()
  await installation.remove()
}

function addressesOf(locale: Locale) {
  const question = { id: 'kota', en: 'market' }[locale]
  const search = hrefFor({ page: 'search', locale, asked: { question } })
  return { ...pageTypes(locale), search, 'not-found': nowhere(locale) }
}

type Look = { screen: (typeof screens)[number]; colorScheme: (typeof themes)[number] }

async function shot(from: Browser, url: string, { screen, colorScheme }: Look): Promise<Buffer> {
  const page = await from.newPage({ viewport: screen, colorScheme })
  await page.goto(url, { waitUntil: 'networkidle' })
  const png = await page.screenshot()
  await page.close()
  return png
}

/** Puts pictures in rows, on a background that neither theme uses. */
async function sheet(rows: Buffer[][], file: string): Promise<void> {
  const parts: { input: Buffer; left: number; top: number }[] = []
  let [width, top] = [0, gap]
  for (const row of rows) {
    let [left, height] = [gap, 0]
    for (const png of row) {
      const { data, info } = await scaled(png)
      parts.push({ input: data, left, top })
      left += info.width + gap
      height = Math.max(height, info.height)
    }
    width = Math.max(width, left)
    top += height + gap
  }
  const ground = { width, height: top, channels: 3, background: '#8a857c' } as const
  await sharp({ create: ground }).composite(parts).webp({ quality: 82 }).toFile(file)
}

async function scaled(png: Buffer) {
  const { width } = await sharp(png).metadata()
  return sharp(png)
    .resize({ width: Math.round(width * scale) })
    .png()
    .toBuffer({ resolveWithObject: true })
}
