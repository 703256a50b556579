import { EffortError } from '@/markdown/effort'
import { textOf } from '@/markdown/mdast'
import { NestingError } from '@/markdown/nesting'
import { type MappedBody, toBody } from '@/markdown/read/to-body'
import { sha256Of } from '@/sha256'
import { fileText } from '../../format/file-text'
import { type FrontMatter, type SplitFile, splitFrontMatter } from '../../format/front-matter'
import { isRemote } from '../../format/local-picture'
import { packBody } from '../../format/packed-body'
import { namedPost, ownSlug } from '../../format/post-path'
import { Refusal } from '../../format/refusal'
import type { Item, PlannedBlock, PlannedText } from '../plan/import-plan'
import { type TextShape, textShape } from '../plan/text-shape'
import { dateOf } from './post-date'
import { heroIn, picturesIn, type Warn } from './post-pictures'
import { bodyWarnings } from './post-warnings'

/**
 * A post in one language, read on its own; its tags still as it writes them, its address still Docusaurus'. Plain
 * values alone: a thread hands it to another.
 */
export type ReadPost = {
  text: Omit<PlannedText, 'tags' | 'oldAddresses'>
  labels: { label: string; numeric: boolean }[]
  authors: FrontMatter['authors']
  legacyAuthor?: { name: string; title?: string; url?: string; image_url?: string }
  /** Docusaurus' slug: `/2024/05/11/name`, or what the front matter says. */
  address: string
  /** The line of each field. */
  lines: ReadonlyMap<string, number>
  shape: TextShape
  warnings: Item[]
}

/** The line of a field of the front matter, or its first line where the field is not there. */
export const fieldLine = ({ lines }: Pick<ReadPost, 'lines'>, key: string) => lines.get(key) ?? 2

/** A post's file, and what it is read with. */
export type PostSource = {
  file: string
  /** The path within the folder of its language. */
  relative: string
  bytes: Uint8Array
  assets: ReadonlySet<string>
  math: boolean
}

/** A post, or why it cannot be taken. */
export type ReadOutcome = ReadPost | Pick<Refusal, 'line' | 'code' | 'message'>

/** Reads one post, or says why it cannot be taken. */
export function readOrRefused(source: PostSource): ReadOutcome {
  try {
    return readPost(source)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { line: error.line, code: error.code, message: error.message }
  }
}

/**
 * Reads one post.
 * @throws Refusal where it cannot be taken
 */
export function readPost({ file, relative, bytes, assets, math }: PostSource): ReadPost {
  const text = fileText(bytes)
  const split = splitFrontMatter(text)
  const { fields, lines, lineOf, bodyLine } = split
  const mapped = mappedBody(split, math)
  const named = namedPost(relative)
  const address = fields.slug ?? named.slug
  const warnings: Item[] = []
  const warn: Warn = (line, code, message) => warnings.push({ file, line, code, message })
  for (const warning of [...mapped.warnings, ...bodyWarnings(mapped.root, mapped.source)]) {
    warn(warning.line + bodyLine - 1, warning.code, warning.message)
  }
  const title = titleOf(split, mapped)
  const pictures = picturesIn(mapped, { file, bodyLine, assets, warn })
  const truncateAt = mapped.blocks.findIndex((block) => block.reason === 'truncate')
  const post: ReadPost['text'] = {
    file,
    sha256: sha256Of(bytes),
    title,
    slug: ownSlug(address, lineOf('slug')),
    body: packBody(mapped.body),
    blocks: inBytes(mapped.blocks, split),
    dialect: mapped.dialect,
    frontMatterText: split.frontMatterText,
    publishedAt: dateOf(fields.date ?? named.date, lineOf('date')),
    keywords: fields.keywords ?? [],
    draft: fields.draft ?? false,
    unlisted: fields.unlisted ?? false,
    ...pictures,
  }
  if (fields.description) post.description = fields.description
  if (truncateAt >= 0) post.truncateAt = truncateAt
  if (fields.last_update?.date) post.updatedAt = dateOf(fields.last_update.date, lineOf('last_update'))
  if (fields.image) {
    const line = lineOf('image')
    post.hero = heroIn(fields.image, { title, line, file, assets, warn })
    if (isRemote(fields.image) && !post.hero.generatedCard) {
      post.remotePictures.unshift({ address: fields.image, line })
    }
  }
  const last = address.split('/').filter(Boolean).at(-1)
  if (last !== post.slug) {
    warn(
      lineOf('slug'),
      'slug-changed',
      `The address ends in \`${post.slug}\` here, for \`${last}\` is reserved.`,
    )
  }
  return {
    text: post,
    labels: (fields.tags ?? []).filter(({ label }) => label.trim() !== ''),
    authors: fields.authors,
    ...legacyAuthor(fields),
    address,
    lines,
    shape: textShape(mapped.root, bodyLine),
    warnings,
  }
}

function mappedBody({ body, bodyLine }: SplitFile, math: boolean): MappedBody {
  let mapped: MappedBody
  try {
    mapped = toBody(body, { dialect: { format: 'mdx', math } })
  } catch (error) {
    if (error instanceof NestingError) {
      throw new Refusal('nesting-too-deep', error.line + bodyLine - 1, error.message)
    }
    if (error instanceof EffortError) {
      const line = error.line + bodyLine - 1
      throw new Refusal('too-complex', line, error.message)
    }
    throw error
  }
  const refused = mapped.warnings.find(({ code }) => code === 'mdx-refused')
  if (refused && holdsModules(mapped)) {
    throw new Refusal(
      'broken-mdx',
      refused.line + bodyLine - 1,
      `${refused.message} Its imports would become text.`,
    )
  }
  return mapped
}

/** As CommonMark, the imports and exports of a component file would be printed for readers. */
const holdsModules = ({ root }: MappedBody) =>
  root.children.some(
    (node) =>
      node.type === 'paragraph' && /^(?:import\s.+\sfrom\s*['"]|import\s*['"]|export\s)/.test(textOf(node)),
  )

/** The title, else the heading of level 1 with which the body begins: Docusaurus' content title. */
function titleOf({ fields }: SplitFile, { root }: MappedBody): string {
  const title = fields.title?.trim()
  if (title) return title
  const first = root.children.find(
    ({ type }) => type !== 'html' && type !== 'mdxjsEsm' && type !== 'mdxFlowExpression',
  )
  const heading = first?.type === 'heading' && first.depth === 1 ? textOf(first).trim() : ''
  if (heading) return heading
  throw new Refusal(
    'no-title',
    1,
    'Expected `title` in the front matter, or a heading of level 1 first. Add one.',
  )
}

function inBytes(blocks: MappedBody['blocks'], { frontMatterText, body }: SplitFile): PlannedBlock[] {
  let at = 0
  let bytes = Buffer.byteLength(frontMatterText)
  const byteAt = (offset: number) => {
    bytes += Buffer.byteLength(body.slice(at, offset))
    at = offset
    return bytes
  }
  return blocks.map((block) => {
    const byteStart = byteAt(block.start)
    return { ...block, byteStart, byteEnd: byteAt(block.end) }
  })
}

function legacyAuthor(fields: FrontMatter): Pick<ReadPost, 'legacyAuthor'> {
  if (fields.author === undefined) return {}
  return {
    legacyAuthor: {
      name: fields.author,
      ...(fields.author_title === undefined ? {} : { title: fields.author_title }),
      ...(fields.author_url === undefined ? {} : { url: fields.author_url }),
      ...(fields.author_image_url === undefined ? {} : { image_url: fields.author_image_url }),
    },
  }
}
