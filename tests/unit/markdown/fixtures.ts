import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Body } from '@/richtext/nodes'

/** A Markdown file with the body it maps to. `raw` lists the blocks that are kept as source. */
export type Pair = {
  name: string
  source: string
  expected: { format: string; raw: { block: number; reason: string }[]; body: Body }
}

const folder = fileURLToPath(new URL('../../fixtures/markdown/', import.meta.url))

/** Pairs each `x.md` with its `x.json`. */
export const pairs: Pair[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({
    name: file,
    source: readFileSync(folder + file, 'utf8'),
    expected: JSON.parse(readFileSync(folder + file.replace(/md$/, 'json'), 'utf8')),
  }))
