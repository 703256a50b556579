import { sha256Of } from '@/sha256'
import { fileText } from '../../format/file-text'
import { type FrontMatter, splitFrontMatter } from '../../format/front-matter'
import { isRemote } from '../../format/local-picture'
import { namedPost, ownSlug } from '../../format/post-path'
import { Refusal } from '../../format/refusal'
import type { Item } from '../../format/report'
import { packBody } from './packed-body'
import { descriptionsIn } from './picture-fields'
import type { PostSource, ReadOutcome, ReadPost } from './post'
import { inBytes, mappedBody, titleOf } from './post-body'
import { dateOf } from './post-date'
import { heroIn, picturesIn, type Warn } from './post-pictures'
import { bodyWarnings } from './post-warnings'
import { textShape } from './text-shape'

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
  const split = splitFrontMatter(fileText(bytes))
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
  const { pictures, remotePictures } = picturesIn(mapped, { file, bodyLine, assets, warn })
  const slug = ownSlug(address, lineOf('slug'))
  const publishedAt = dateOf(fields.date ?? named.date, lineOf('date'))
  const updated = fields.last_update?.date
  const updatedAt = updated ? dateOf(updated, lineOf('last_update')) : undefined
  const heroLine = lineOf('image')
  const hero = fields.image ? heroIn(fields.image, { title, line: heroLine, file, assets, warn }) : undefined
  const heroElsewhere =
    hero && isRemote(hero.address) && !hero.generatedCard ? [{ address: hero.address, line: heroLine }] : []
  const truncateAt = mapped.blocks.findIndex((block) => block.reason === 'truncate')
  const last = address.split('/').filter(Boolean).at(-1)
  if (last !== slug) {
    warn(lineOf('slug'), 'slug-changed', `The address ends in \`${slug}\` here, for \`${last}\` is reserved.`)
  }
  return {
    text: {
      file,
      sha256: sha256Of(bytes),
      title,
      slug,
      ...(fields.description ? { description: fields.description } : {}),
      body: packBody(mapped.body),
      blocks: inBytes(mapped.blocks, split),
      dialect: mapped.dialect,
      frontMatterText: split.frontMatterText,
      publishedAt,
      ...(updatedAt === undefined ? {} : { updatedAt }),
      ...(hero ? { hero } : {}),
      keywords: fields.keywords ?? [],
      draft: fields.draft ?? false,
      unlisted: fields.unlisted ?? false,
      ...(truncateAt >= 0 ? { truncateAt } : {}),
      pictures,
      remotePictures: [...heroElsewhere, ...remotePictures],
      descriptions:
        pictures.length + remotePictures.length > 0 ? descriptionsIn(mapped.body) : new Map<string, string>(),
    },
    labels: (fields.tags ?? []).filter(({ label }) => label.trim() !== ''),
    authors: fields.authors,
    ...legacyAuthor(fields),
    address,
    lines,
    shape: textShape(mapped.root, bodyLine),
    warnings,
  }
}

/** The single author of older posts, whom Docusaurus reads from four fields. */
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
