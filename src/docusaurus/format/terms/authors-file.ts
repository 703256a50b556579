import { z } from 'zod'
import { authorFormat } from '../front-matter'
import type { Item } from '../report'
import type { ReadFile } from '../site-file'
import { entriesFile } from './entries-file'

/** An author as authors.yml or a post's front matter writes one. */
export type AuthorFields = z.infer<typeof authorFormat>

/** The authors in an authors.yml by key, and the faults of the file. */
export type AuthorsFile = { authors: ReadonlyMap<string, AuthorFields>; refused: Item[] }

export type AuthorLink = { label: string; href: string }

const authorsFormat = z.record(z.string(), authorFormat)

export const isAuthorsFile = (path: string) => /(?:^|\/)authors\.ya?ml$/.test(path)

/** Reads an authors.yml. A broken one has no authors. */
export function authorsFile(file: ReadFile): AuthorsFile {
  const { entries, refused } = entriesFile(file, 'authors', authorsFormat)
  return { authors: new Map(Object.entries(entries ?? {})), refused }
}

/** The links of an author, each with the keys under which the file has it. */
export const linksOf = (fields: AuthorFields): (AuthorLink & { keys: string[] })[] => [
  ...(fields.url ? [{ keys: ['url'], label: hostLabel(fields.url), href: fields.url }] : []),
  ...(fields.email ? [{ keys: ['email'], label: 'email', href: `mailto:${fields.email}` }] : []),
  ...Object.entries(fields.socials ?? {}).map(([label, handle]) => ({
    keys: ['socials', label],
    label,
    href: social(label, handle),
  })),
]

/** The label of an author's own page: `https://www.dapur.example/me -> dapur.example`. */
export const hostLabel = (url: string) =>
  (URL.canParse(url) && new URL(url).host.replace(/^www\./, '')) || url

/** Docusaurus lets authors write a handle in place of these addresses. */
const handles: Record<string, string> = {
  x: 'https://x.com/',
  twitter: 'https://twitter.com/',
  github: 'https://github.com/',
  linkedin: 'https://www.linkedin.com/in/',
  stackoverflow: 'https://stackoverflow.com/users/',
  bluesky: 'https://bsky.app/profile/',
  instagram: 'https://www.instagram.com/',
  threads: 'https://www.threads.net/@',
  mastodon: 'https://mastodon.social/@',
  twitch: 'https://twitch.tv/',
  youtube: 'https://youtube.com/@',
}

const social = (label: string, handle: string) =>
  /^https?:\/\//.test(handle) ? handle : `${Object.hasOwn(handles, label) ? handles[label] : ''}${handle}`
