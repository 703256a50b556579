import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { cpus, platform, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toMarkdown } from 'mdast-util-to-markdown'
import { splitFrontMatter } from '@/docusaurus/front-matter'
import { fromMarkdownOf, mdx, syntaxOf, toMarkdownOf } from '@/markdown/dialect'
import { prepare } from '@/markdown/prepare'
import { corpusFolder } from '../tests/support/corpus'
import { table } from './figures'
import { measuredProgram, type Run } from './measured-program'
import { writeScaledSite } from './scale-site'

/**
 * `npm run bench:scale`: a thousand posts in two languages, multiplied from the shared corpus, in and out: each command
 * a process of its own, on a new embedded Postgres. Beside them the same posts into a Payload as it comes, and the floor:
 * their Markdown read and written once. `--json` prints the figures; `--posts N` sets how many posts there are.
 */
const json = process.argv.includes('--json')
const posts = Number(process.argv[process.argv.indexOf('--posts') + 1]) || 1_000
const corpus = corpusFolder()
if (!corpus) throw new Error('Expected the shared corpus. Name its folder in TERBIT_CORPUS.')

const folder = await mkdtemp(join(tmpdir(), 'terbit-scale-'))
const site = join(folder, 'site')
const say = (step: string) => process.stderr.write(`${step} …\n`)

async function programOf(script: string): Promise<string | undefined> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  return scripts[script]?.split(' ').at(-1)
}

async function floor(): Promise<number> {
  const style = { tableCellPadding: true, tablePipeAlign: false, tightTags: true }
  const start = performance.now()
  for (const language of ['blog', 'i18n/id/docusaurus-plugin-content-blog']) {
    for (const name of await readdir(join(site, language))) {
      if (!name.endsWith('.md')) continue
      const { body } = splitFrontMatter(await readFile(join(site, language, name), 'utf8'))
      const extensions = { extensions: syntaxOf(mdx), mdastExtensions: fromMarkdownOf(mdx) }
      toMarkdown(fromMarkdown(prepare(body, 'mdx'), extensions), { extensions: toMarkdownOf(mdx, style) })
    }
  }
  return (performance.now() - start) / 1000
}

async function measured() {
  const runs: { what: string; run: Omit<Run, 'stdout'> }[] = []
  const add = (what: string, { seconds, peakMegabytes }: Run) =>
    runs.push({ what, run: { seconds, peakMegabytes } })
  say(`Writing ${posts} posts in two languages`)
  await writeScaledSite(join(corpus ?? '', 'docusaurus'), site, posts)
  const settings = { DATA_DIR: join(folder, 'data') }
  const importer = (await programOf('content:import')) ?? ''
  say('Importing')
  const first = await measuredProgram(importer, [site, '--json'], settings)
  const { created } = JSON.parse(first.stdout) as { created: number }
  if (created !== 2 * posts) throw new Error(`Expected ${2 * posts} files to be created, found ${created}.`)
  add('content:import', first)
  say('Importing again')
  add('content:import again, nothing changed', await measuredProgram(importer, [site, '--json'], settings))
  const exporter = await programOf('content:export')
  if (exporter) {
    say('Exporting')
    add('content:export', await measuredProgram(exporter, [join(folder, 'out')], settings))
  }
  say('Into a Payload as it comes')
  const peer = await measuredProgram('bench/scale-peer.ts', [site, join(folder, 'peer')], {})
  add('Payload’s own converter and operations', peer)
  say('Reading and writing the Markdown alone')
  return { runs, floorSeconds: await floor() }
}

try {
  const { runs, floorSeconds } = await measured()
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: platform(),
    node: process.version,
  }
  if (json) console.log(JSON.stringify({ machine, posts, runs, floorSeconds }, null, 2))
  else {
    console.log(`${JSON.stringify(machine)}\n${posts} posts in two languages.\n`)
    const rows = runs.map(({ what, run }) => [
      what,
      `${run.seconds.toFixed(1)} s`,
      `${run.peakMegabytes.toFixed(0)} MB`,
    ])
    const least = ['floor: their Markdown read and written, one thread', `${floorSeconds.toFixed(1)} s`, '']
    console.log(table(['what', 'time', 'peak memory of its process'], [...rows, least]))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
