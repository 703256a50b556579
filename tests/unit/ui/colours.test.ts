import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { themeColours } from '@/seo/theme-colours'

const sheet = readFileSync(new URL('../../../src/ui/styles/tokens.css', import.meta.url), 'utf8')

const tokens = (block: string) =>
  Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))

const [light = {}, system = {}, chosen = {}] = sheet
  .split(/:root[^{]*\{/)
  .slice(1)
  .map(tokens)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(text: string, ground: string): number {
  const [dark = 0, bright = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

const code = ['keyword', 'string', 'constant', 'function', 'type'].map((part) => `code-${part}`)

const pairs = ['ink', 'quiet', 'accent', 'second', ...code].flatMap((text) =>
  ['paper', 'raised'].map((ground) => ({ text, ground })),
)

test.each(pairs)('$text on $ground is legible in both themes', ({ text, ground }) => {
  const ratios = [light, chosen].map((theme) => contrast(theme[text] ?? '', theme[ground] ?? ''))
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5)
})

test('the dark theme is the same whether the system or the reader asks for it', () => {
  expect(system).toEqual(chosen)
})

test('the browser’s frame has the colour of the paper', () => {
  expect(themeColours).toEqual({ light: light.paper, dark: chosen.paper })
})
