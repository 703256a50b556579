import type { Dialect } from '@/markdown/dialect'
import type { SourceBlock } from '@/markdown/read/to-body'
import type { FrontMatter } from '../../format/front-matter'
import type { Hero } from '../../format/hero'
import type { Refusal } from '../../format/refusal'
import type { Item } from '../../format/report'
import type { PackedBody } from './packed-body'
import type { TextShape } from './text-shape'

/** A post's file, and what else of the site is needed to read it. */
export type PostSource = {
  file: string
  /** The path within the folder of its language. */
  relative: string
  bytes: Uint8Array
  /** The paths of the site's files that are no text. */
  assets: ReadonlySet<string>
  /** Whether the site uses remark-math. */
  math: boolean
}

/** A block and its range of bytes in the file. The export copies that range as long as the fingerprint holds. */
export type PlannedBlock = SourceBlock & { byteStart: number; byteEnd: number }

/** The words and fields of a post in one language. */
export type PostText = {
  file: string
  /** The SHA-256 of the file's bytes, in hexadecimal. */
  sha256: string
  title: string
  slug: string
  description?: string
  body: PackedBody
  blocks: PlannedBlock[]
  dialect: Dialect
  /** From the start of the file to the line after the closing `---`, as it was written. */
  frontMatterText: string
  /** ISO 8601 in UTC. */
  publishedAt: string
  updatedAt?: string
  hero?: Hero
  keywords: string[]
  draft: boolean
  unlisted: boolean
  /** The index of the block that is `<!-- truncate -->`. */
  truncateAt?: number
  /** The pictures in the text that are files of the site, by the addresses that the post has for them. */
  pictures: { address: string; file: string }[]
  /** The pictures on other hosts, the hero among them, with the line where each is named first. */
  remotePictures: { address: string; line: number }[]
  /** The alternative texts of pictures, by the addresses of the pictures. */
  descriptions: ReadonlyMap<string, string>
}

/**
 * A post that was read on its own. Its tags are still the words of the file, and its address is still the one of
 * Docusaurus. It holds plain values only, since a thread hands it to another.
 */
export type ReadPost = {
  text: PostText
  labels: { label: string; numeric: boolean }[]
  authors: FrontMatter['authors']
  legacyAuthor?: { name: string; title?: string; url?: string; image_url?: string }
  /** Docusaurus' slug: the one in the front matter, else the one of the path, such as `/2024/05/11/name`. */
  address: string
  /** The line of each field of the front matter. */
  lines: ReadonlyMap<string, number>
  shape: TextShape
  warnings: Item[]
}

/** A post, or the reason for which it cannot be taken. */
export type ReadOutcome = ReadPost | Pick<Refusal, 'line' | 'code' | 'message'>

/** The line of a field of the front matter. Without the field, the first line of the front matter. */
export const fieldLine = ({ lines }: Pick<ReadPost, 'lines'>, key: string) => lines.get(key) ?? 2
