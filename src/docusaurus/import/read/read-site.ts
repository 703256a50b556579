import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { largestFile, tooLarge } from '../../format/file-text'
import type { SiteFile } from '../../format/site-file'

export type SiteOnDisk = { files: SiteFile[]; assets: string[] }

const textFiles = /\.(?:mdx?|ya?ml|json)$/
const configFiles = /^docusaurus\.config\.[cm]?[jt]s$/
const blogFolders = /^(?:blog|i18n\/[^/]+\/docusaurus-plugin-content-blog)(?:\/|$)/
const folders =
  /^(?:$|blog(?:\/|$)|static(?:\/|$)|i18n(?:\/[^/]+(?:\/docusaurus-plugin-content-blog(?:\/.*)?)?)?$)/

/**
 * Reads the text files of a Docusaurus site's blog in some languages, and the paths of the pictures beside them and in
 * static/. A file that is too large, or a link that leads out of the site, is not read. It is listed with the reason.
 */
export async function readSite(siteDir: string, locales?: readonly string[]): Promise<SiteOnDisk> {
  const root = await realpath(siteDir)
  const site: SiteOnDisk = { files: [], assets: [] }
  await readFolder(root, '', site, locales)
  return site
}

async function readFolder(root: string, folder: string, site: SiteOnDisk, locales?: readonly string[]) {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name === 'node_modules' || entry.name.startsWith('.') || skips(path, locales)) continue
    if (entry.isSymbolicLink() && !(await staysWithin(root, path))) {
      if (textFiles.test(path) && blogFolders.test(path)) site.files.push(leavesSite(path))
    } else if (entry.isDirectory()) {
      if (folders.test(path)) await readFolder(root, path, site, locales)
    } else if (configFiles.test(path) || (blogFolders.test(path) && textFiles.test(path))) {
      site.files.push(await readText(root, path))
    } else if (blogFolders.test(path) || path.startsWith('static/')) {
      site.assets.push(path)
    }
  }
}

/** Whether a path is the folder of a language that is not to be taken. */
function skips(path: string, locales: readonly string[] | undefined) {
  const locale = /^i18n\/([^/]+)$/.exec(path)?.[1]
  return locale !== undefined && locales !== undefined && !locales.includes(locale)
}

async function readText(root: string, path: string): Promise<SiteFile> {
  const { size } = await lstat(await realpath(join(root, path)))
  if (size > largestFile) {
    const { code, message } = tooLarge(size)
    return { path, refused: { code, message } }
  }
  return { path, bytes: await readFile(join(root, path)) }
}

async function staysWithin(root: string, path: string) {
  try {
    const target = relative(root, await realpath(join(root, path)))
    return target !== '' && target !== '..' && !target.startsWith(`..${sep}`)
  } catch {
    return false
  }
}

const leavesSite = (path: string): SiteFile => ({
  path,
  refused: {
    code: 'path-leaves-site',
    message: `Expected a file of the site, found a link that leads out of it. Put the file itself at ${path}.`,
  },
})
