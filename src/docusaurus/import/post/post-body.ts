import { EffortError } from '@/markdown/effort'
import { textOf } from '@/markdown/mdast'
import { NestingError } from '@/markdown/nesting'
import { type MappedBody, toBody } from '@/markdown/read/to-body'
import type { SplitFile } from '../../format/front-matter'
import { Refusal } from '../../format/refusal'
import type { PlannedBlock } from './post'

/**
 * Maps the body of a post to blocks.
 * @throws Refusal where it is nested too deep, takes too much effort, or is MDX that does not parse
 */
export function mappedBody({ body, bodyLine }: SplitFile, math: boolean): MappedBody {
  const mapped = mappedOrRefused(body, { bodyLine, math })
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

function mappedOrRefused(body: string, { bodyLine, math }: { bodyLine: number; math: boolean }): MappedBody {
  try {
    return toBody(body, { dialect: { format: 'mdx', math } })
  } catch (error) {
    if (error instanceof NestingError) {
      throw new Refusal('nesting-too-deep', error.line + bodyLine - 1, error.message)
    }
    if (error instanceof EffortError) {
      throw new Refusal('too-complex', error.line + bodyLine - 1, error.message)
    }
    throw error
  }
}

/** Read as CommonMark, the imports and exports of a component file would be printed for readers. */
const holdsModules = ({ root }: MappedBody) =>
  root.children.some(
    (node) =>
      node.type === 'paragraph' && /^(?:import\s.+\sfrom\s*['"]|import\s*['"]|export\s)/.test(textOf(node)),
  )

/**
 * The title in the front matter, else the heading of level 1 that begins the body: Docusaurus' content title.
 * @throws Refusal where there is neither
 */
export function titleOf({ fields }: SplitFile, { root }: MappedBody): string {
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

/** The blocks with their places in the file, counted in bytes. */
export function inBytes(blocks: MappedBody['blocks'], { frontMatterText, body }: SplitFile): PlannedBlock[] {
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
