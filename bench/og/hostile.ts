import { sanitizeTitle } from '@/og/card/sanitize'
import type { Render } from '@/og/store/render'

/** Milliseconds of CPU in all threads: `first` with font files not read yet, `later` with the same files in memory. */
export type HostileCost = { title: string; first: number; later: number; megabytes: number }

const points = (first: number, step: number) =>
  String.fromCodePoint(...Array.from({ length: 200 }, (_, index) => first + index * step))

const hostile: Record<string, string> = {
  'a word of 8,000 letters': 'a'.repeat(8_000),
  '200 Han characters of as many fonts as there are': points(0x4e00, 104),
  '200 Hangul syllables': points(0xac00, 55),
  '200 mathematical letters': points(0x1d400, 5),
  '200 different pictures': points(0x1f300, 3),
  '100 astronauts and flags': '👩🏽‍🚀🇮🇩'.repeat(100),
  'Devanagari without end': 'क्ष्त्र'.repeat(1_000),
  'Arabic with marks': 'شَّ'.repeat(500),
  'ten scripts in turn': 'aЖعअก你の가→😀'.repeat(40),
  'every letter under four marks': `e${'\u0308\u0304\u0329\u0331'}`.repeat(300),
  'directions in turn': 'aע'.repeat(300),
}

/** Measures hostile titles, one after the other. */
export async function hostileCosts(render: Render): Promise<HostileCost[]> {
  const draw = (title: string) => render({ kind: 'site', title, plain: true, seed: 'hostile' }, { name: '' })
  // A server does this when it starts.
  await draw('Terbit')
  const costs: HostileCost[] = []
  for (const [title, raw] of Object.entries(hostile)) {
    const before = process.memoryUsage().rss
    const first = await cpu(() => draw(sanitizeTitle(raw) ?? ''))
    const later = await cpu(() => draw(sanitizeTitle(`.${raw}`) ?? ''))
    const megabytes = Math.max(0, process.memoryUsage().rss - before) / 2 ** 20
    costs.push({ title, first, later, megabytes })
  }
  return costs
}

async function cpu(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
