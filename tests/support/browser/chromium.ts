import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

/** How to start a browser, in the form of Playwright's `launchOptions`. */
export type ChromiumLaunch = { executablePath: string; args: string[]; env: Record<string, string> }

const project = fileURLToPath(new URL('../../..', import.meta.url))

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-default-browser-check',
  // Docker gives 64 MB of shared memory. A page that needs more ends without a message.
  '--disable-dev-shm-usage',
]

/**
 * Finds the Chromium for this machine: the one of TERBIT_CHROMIUM, else the one that Playwright installed, else the
 * system's, else the one in the npm package `@sparticuz/chromium`, which is unpacked once.
 * @throws when there is none, with the command that installs one.
 */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const named = process.env.TERBIT_CHROMIUM
  if (named) {
    if (existsSync(named)) return launchOf(named)
    throw new Error(`Expected a Chromium at TERBIT_CHROMIUM, there is no ${named}. Correct it, or unset it.`)
  }
  const installed = [chromium.executablePath(), ...systemCandidates()].find((path) => answers(path))
  if (installed) return launchOf(installed)
  const unpacked = await unpackedChromium()
  if (answers(unpacked.executablePath, unpacked.env)) return unpacked
  throw new Error(
    `Found no Chromium that starts on ${process.platform}-${process.arch}. Install one with ` +
      '`npx playwright install --with-deps chromium` or `apt-get install chromium`, or name one in TERBIT_CHROMIUM.',
  )
}

const launchOf = (executablePath: string, more: Record<string, string> = {}): ChromiumLaunch => ({
  executablePath,
  // Chromium's sandbox refuses to run as root. Playwright leaves it out for other users too, unless asked for it.
  args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
  env: { ...(process.env as Record<string, string>), ...more },
})

const systemCandidates = (): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)))
    .filter(existsSync)

/** True when the executable runs at all. Ubuntu's `chromium-browser` is a shell script that asks for a snap. */
function answers(executable: string, env: Record<string, string | undefined> = process.env): boolean {
  return (
    existsSync(executable) &&
    spawnSync(executable, ['--version'], { env: env as NodeJS.ProcessEnv, timeout: 30_000 }).status === 0
  )
}

async function unpackedChromium(): Promise<ChromiumLaunch> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8'))
  const cache = await writableCache()
  const home = join(cache, `terbit-chromium-${version}-${process.getuid?.() ?? 'user'}`)
  const executablePath = join(home, 'chromium')
  if (!existsSync(executablePath)) await unpack(home)
  return launchOf(executablePath, {
    ...(lacksLibraries(executablePath) ? { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') } : {}),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') }),
  })
}

async function writableCache(): Promise<string> {
  const cache = join(project, 'node_modules', '.cache')
  try {
    await mkdir(cache, { recursive: true })
    await access(cache, constants.W_OK)
    return cache
  } catch {
    // Somebody else installed the packages.
    return tmpdir()
  }
}

/** Unpacks into a temporary folder and renames it, so that two processes at once never find half a browser. */
async function unpack(home: string): Promise<void> {
  const unfinished = await mkdtemp(`${home}-`)
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    // The package unpacks into the directory for temporary files, and unpacks its libraries only if it believes to be
    // on AWS.
    env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    cwd: project,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`@sparticuz/chromium could not be unpacked to ${unfinished}:\n${stderr}`)
  // The package's own configuration looks for the fonts only where AWS has them.
  await writeFile(
    join(unfinished, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${home}/fonts/fonts</dir><cachedir>${home}/fonts/cache</cachedir></fontconfig>`,
  )
  await rename(unfinished, home).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(unfinished, { recursive: true, force: true })
}

const lacksLibraries = (executable: string): boolean =>
  spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout?.includes('not found') ?? false
