import { readFile } from 'node:fs/promises'
import { createElement } from 'react'
import satori from 'satori'

const faces = {
  sans: 'node_modules/@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-800-normal.woff',
  serif: 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
}

/** Returns letters as an SVG path, so that a drawing needs no font. The top left corner is at (0, 0). */
export async function letterPath(text: string, face: keyof typeof faces, size: number): Promise<string> {
  const style = { fontFamily: face, fontSize: size, lineHeight: 1.2, color: 'black', display: 'flex' }
  const svg = await satori(createElement('div', { style }, text), {
    width: Math.ceil(text.length * size),
    height: Math.ceil(size * 1.4),
    fonts: [{ name: face, data: await readFile(faces[face]), weight: 400, style: 'normal' }],
  })
  return [...svg.matchAll(/<path [^>]*\bd="([^"]+)"/g)].map((match) => match[1] ?? '').join('')
}

/** Returns the box around a path of absolute commands, handles included. It is close enough to place a letter. */
export function boxOf(path: string): { left: number; top: number; right: number; bottom: number } {
  const numbers = (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)
  const xs = numbers.filter((_, index) => index % 2 === 0)
  const ys = numbers.filter((_, index) => index % 2 === 1)
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
