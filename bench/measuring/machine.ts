import { readFileSync } from 'node:fs'
import { cpus, loadavg, platform, totalmem } from 'node:os'

/** Describes the machine and the date of a measurement, with the versions of `packages`. */
export const machine = (packages: readonly string[] = []) => ({
  date: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  load: loadavg()[0]?.toFixed(1),
  platform: platform(),
  node: process.version,
  versions: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
})

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version
