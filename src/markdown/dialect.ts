import { directiveFromMarkdown, directiveToMarkdown } from 'mdast-util-directive'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown, mathToMarkdown } from 'mdast-util-math'
import { mdxFromMarkdown, mdxToMarkdown } from 'mdast-util-mdx'
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown'
import { directive } from 'micromark-extension-directive'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { mdxjs } from 'micromark-extension-mdxjs'

/**
 * The grammar of a file. `math` is for sites that use remark-math; without it, `$5 and $6` is plain text.
 * Docusaurus reads `.md` and `.mdx` as MDX. A file that MDX refuses is read as CommonMark.
 */
export type Dialect = { format: 'mdx' | 'commonmark'; math: boolean }

export const mdx: Dialect = { format: 'mdx', math: false }

type SyntaxExtension = ReturnType<typeof gfm>

/** Returns the micromark extensions of a dialect. */
export function syntaxOf(dialect: Dialect): SyntaxExtension[] {
  const known = syntaxes.get(keyOf(dialect))
  if (known) return known
  const syntax = [
    gfm(),
    admonitions(),
    ...(dialect.math ? [math()] : []),
    ...(dialect.format === 'mdx' ? [mdxjs({ addResult: false })] : []),
  ]
  syntaxes.set(keyOf(dialect), syntax)
  return syntax
}

/** Grammars are kept: blocks are parsed one by one, and building a grammar takes longer than reading a paragraph. */
const syntaxes = new Map<string, SyntaxExtension[]>()

const keyOf = ({ format, math: withMath }: Dialect) => `${format} ${withMath}`

/** Returns the extensions that turn micromark's tokens into mdast nodes. */
export function fromMarkdownOf(dialect: Dialect): FromMarkdownExtension[] {
  return [
    gfmFromMarkdown(),
    directiveFromMarkdown(),
    ...(dialect.math ? [mathFromMarkdown()] : []),
    ...(dialect.format === 'mdx' ? [mdxFromMarkdown()] : []),
  ].flat()
}

/** The inverse of fromMarkdownOf. */
export function toMarkdownOf(
  dialect: Dialect,
  style: { tableCellPadding: boolean; tablePipeAlign: boolean; tightTags: boolean },
): ToMarkdownExtension[] {
  return [
    gfmToMarkdown({ tableCellPadding: style.tableCellPadding, tablePipeAlign: style.tablePipeAlign }),
    directiveToMarkdown(),
    ...(dialect.math ? [mathToMarkdown()] : []),
    ...(dialect.format === 'mdx' ? [mdxToMarkdown({ tightSelfClosing: style.tightTags })] : []),
  ]
}

/** Only container directives are on. With text and leaf directives, `00:15:12` and `::` would no longer be text. */
function admonitions(): SyntaxExtension {
  const colon = 58
  const flow = directive().flow?.[colon]
  const container = Array.isArray(flow) ? flow[0] : flow
  return container ? { flow: { [colon]: container } } : {}
}
