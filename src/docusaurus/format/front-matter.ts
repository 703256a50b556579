import type { Document } from 'yaml'
import { z } from 'zod'
import { Refusal } from './refusal'
import { yamlDocument } from './yaml/yaml-document'

/** Words. YAML reads some of them as numbers or booleans, such as the tag `2025`. */
const words = z.union([z.string(), z.number(), z.boolean()]).transform(String)

const social = z.record(z.string(), words)

/** An author in a post or in authors.yml. */
export const authorFormat = z.looseObject({
  key: words.optional(),
  name: words.optional(),
  title: words.optional(),
  url: words.optional(),
  email: words.optional(),
  image_url: words.optional(),
  imageURL: words.optional(),
  description: words.optional(),
  socials: social.optional(),
})

const tagFormat = z.union([
  z
    .looseObject({ label: words, permalink: words.optional() })
    .transform(({ label }) => ({ label, numeric: false })),
  z.number().transform((number) => ({ label: String(number), numeric: true })),
  z.string().transform((label) => ({ label, numeric: false })),
])

const frontMatterFormat = z.looseObject({
  title: words.optional(),
  description: words.optional(),
  slug: words.optional(),
  date: words.optional(),
  image: words.optional(),
  authors: z.union([words, authorFormat, z.array(z.union([words, authorFormat]))]).optional(),
  author: words.optional(),
  author_title: words.optional(),
  author_url: words.optional(),
  author_image_url: words.optional(),
  tags: z.union([z.array(tagFormat), tagFormat.transform((tag) => [tag])]).optional(),
  keywords: z.union([z.array(words), words.transform((word) => [word])]).optional(),
  draft: z.boolean().optional(),
  unlisted: z.boolean().optional(),
  last_update: z.looseObject({ date: words.optional(), author: words.optional() }).optional(),
})

export type FrontMatter = z.infer<typeof frontMatterFormat>

export type SplitFile = {
  fields: FrontMatter
  /** From the start of the file to the line after the closing `---`. */
  frontMatterText: string
  /** The text between the two lines `---`. `document` was read from it. */
  yaml: string
  body: string
  /** The line of the file in which the body begins. */
  bodyLine: number
  /** Used to patch single fields, since it knows where each value stands in the text. */
  document: Document
  lines: ReadonlyMap<string, number>
  lineOf: (key: string) => number
}

const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /^---[ \t]*(?:\r?\n|$)/m

/**
 * Splits a post into its front matter and its body.
 * @throws Refusal where there is no front matter, or where Docusaurus would not read it
 */
export function splitFrontMatter(text: string): SplitFile {
  const start = opening.exec(text)
  if (!start) throw missing(text)
  const rest = text.slice(start[0].length)
  const end = closing.exec(rest)
  if (!end) {
    throw new Refusal(
      'no-front-matter',
      1,
      'Expected a second line `---` after the front matter, found none.',
    )
  }
  const yaml = rest.slice(0, end.index)
  const frontMatterText = text.slice(0, start[0].length + end.index + end[0].length)
  const { document, value, lines, lineOf } = yamlDocument(yaml, 2)
  return {
    fields: shaped(value, lineOf),
    frontMatterText,
    yaml,
    body: text.slice(frontMatterText.length),
    bodyLine: frontMatterText.split('\n').length,
    document,
    lines,
    lineOf,
  }
}

function missing(text: string) {
  return /^\uFEFF?\s*(?:```|~~~)/.test(text)
    ? new Refusal(
        'front-matter-in-code',
        1,
        'Expected front matter, found a code fence around the whole file. Remove the fence.',
      )
    : new Refusal(
        'no-front-matter',
        1,
        'Expected front matter: a first line `---`, fields, and a line `---`.',
      )
}

function shaped(value: unknown, lineOf: (key: string) => number): FrontMatter {
  const result = frontMatterFormat.safeParse(withoutNulls(value ?? {}))
  if (result.success) return result.data
  const [issue] = result.error.issues
  const key = issue?.path[0]
  const name = key === undefined ? 'front matter' : `\`${String(key)}\``
  throw new Refusal(
    'invalid-front-matter',
    key === undefined ? 1 : lineOf(String(key)),
    `Expected another value for ${name}: ${issue?.message ?? 'it has the wrong shape'}.`,
  )
}

/** A key without a value, such as `tags:`, counts as a key that is not there. */
const withoutNulls = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null))
    : value
