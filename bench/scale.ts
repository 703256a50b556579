import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createInstallation } from '../tests/support/product/product'
import { corpusFolder } from '../tests/support/samples/corpus'
import { figuresTable } from './measuring/figures'
import { machine } from './measuring/machine'
import { measuredProgram, type ProgramRun } from './measuring/measured-program'
import { type Builds, buildsAtScale } from './scale/build'
import { floorSeconds } from './scale/floor'
import { multiplyArticles } from './scale/multiply'
import { type AtScale, readersAtScale } from './scale/readers'
import { writeScaledSite } from './scale/site'

/**
 * `npm run bench:scale` imports and exports a thousand posts in two languages, multiplied from the shared corpus. Each
 * command is a process of its own, on a new embedded Postgres. For comparison, it puts the same posts into a plain
 * Payload, and measures the floor: reading and writing their Markdown once. Then, with ten thousand articles, readers
 * read, an editor publishes and the site is built. `--posts N` and `--articles N` set the numbers, `--json` prints the
 * figures.
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    articles: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
})
const posts = Number(values.posts)
const articles = Number(values.articles)
const corpus = corpusFolder()
if (!corpus) throw new Error('Expected the shared corpus. Name its folder in TERBIT_CORPUS.')

const folder = await mkdtemp(join(tmpdir(), 'terbit-scale-'))
const site = join(folder, 'site')
const installation = await createInstallation()
const say = (step: string) => process.stderr.write(`${step} …\n`)

try {
  say(`Writing ${posts} posts in two languages`)
  await writeScaledSite(join(corpus, 'docusaurus'), site, posts)
  const runs = await inAndOut()
  say('Reading and writing the Markdown alone')
  const floor = await floorSeconds(site)
  say(`Making ${articles} articles of them`)
  await multiplyArticles(installation.dataDir, Math.round(articles / posts) - 1)
  say('Reading and publishing among them')
  const atScale = await readersAtScale(installation)
  say('Building the site beside them')
  const builds = await buildsAtScale(installation)
  const measuredOn = machine(['payload', 'next'])
  if (values.json)
    console.log(
      JSON.stringify({ machine: measuredOn, posts, runs, floor, articles, atScale, builds }, null, 2),
    )
  else {
    console.log(`${JSON.stringify(measuredOn)}\n${posts} posts in two languages.\n`)
    console.log(inAndOutTable(runs, floor))
    console.log(`\n${articles} articles in two languages.\n`)
    console.log(readersTable(atScale))
    console.log(buildsLine(builds))
  }
} finally {
  await installation.remove()
  await rm(folder, { recursive: true, force: true })
}

async function inAndOut(): Promise<Map<string, ProgramRun>> {
  const runs = new Map<string, ProgramRun>()
  const settings = { DATA_DIR: installation.dataDir }
  const importing = () => measuredProgram('src/docusaurus/import-command.ts', [site, '--json'], settings)
  say('Importing')
  const first = await importing()
  const { created } = JSON.parse(first.stdout) as { created: number }
  if (created !== 2 * posts) throw new Error(`Expected ${2 * posts} files to be created, found ${created}.`)
  runs.set('content:import', first)
  say('Importing again')
  runs.set('content:import again, nothing changed', await importing())
  say('Exporting')
  const out = join(folder, 'out')
  runs.set('content:export', await measuredProgram('src/docusaurus/export-command.ts', [out], settings))
  say('Into a Payload as it comes')
  const peer = await measuredProgram('bench/scale/peer.ts', [site, join(folder, 'peer')], {})
  return runs.set('Payload’s own converter and operations', peer)
}

function inAndOutTable(runs: Map<string, ProgramRun>, floor: number): string {
  const rows = [...runs].map(([what, { seconds, peakMegabytes }]) => [
    what,
    `${seconds.toFixed(1)} s`,
    `${peakMegabytes.toFixed(0)} MB`,
  ])
  const least = ['floor: their Markdown read and written, one thread', `${floor.toFixed(1)} s`, '']
  return figuresTable(['what', 'time', 'peak memory of its process'], [...rows, least])
}

function readersTable({ firstStart, answers, visible }: AtScale): string {
  const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
  const rows = answers.map(({ what, rate, addresses, median, p95, p99 }) => [
    what,
    String(addresses),
    String(rate),
    ...[median, p95, p99].map(milliseconds),
  ])
  return [
    figuresTable(['what', 'addresses', 'requests a second', 'median', 'p95', 'p99'], rows),
    `\nPublished until seen on its page, home, list, feed and sitemap: median ${milliseconds(visible.median)}, ` +
      `slowest ${milliseconds(visible.slowest)}.`,
    `First start, with everything to be made searchable: ${firstStart.toFixed(0)} s.`,
  ].join('\n')
}

function buildsLine({ many, few }: Builds): string {
  return `The site built beside them: ${many.toFixed(0)} s, beside the demonstration: ${few.toFixed(0)} s.`
}
