import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  ChecklistFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  IndentFeature,
  InlineCodeFeature,
  ItalicFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { admonitionBlock } from '../blocks/admonition'
import { codeBlock } from '../blocks/code'
import { embedBlock } from '../blocks/embed'
import { footnoteDefinitionBlock } from '../blocks/footnote-definition'
import { footnoteReferenceBlock } from '../blocks/footnote-reference'
import { imageBlock } from '../blocks/image'
import { inlineImageBlock } from '../blocks/inline-image'
import { inlineMathBlock } from '../blocks/inline-math'
import { inlineRawBlock } from '../blocks/inline-raw'
import { mathBlock } from '../blocks/math'
import { rawMdxBlock } from '../blocks/raw-mdx'
import { linkFeature } from './link'
import { tableFeature } from './table'

/** The greatest depth of callouts within callouts. Each level is a form of its own in the admin panel. */
const admonitionLevels = 2

/** The editor of an article's body. It can make the nodes that nodes.ts names, and no others. */
export const articleEditor = bodyEditor(admonitionLevels, () => [footnoteDefinitionBlock(bodyEditor(0))])

/** The editor of short texts such as the description of a project. */
export const shortEditor = lexicalEditor({
  features: () => [
    FixedToolbarFeature(),
    ParagraphFeature(),
    ...textFeatures(),
    ...listFeatures(),
    BlockquoteFeature(),
  ],
})

function bodyEditor(
  levelsBelow: number,
  moreBlocks: () => Block[] = () => [],
): ReturnType<typeof lexicalEditor> {
  const features = () => [
    FixedToolbarFeature(),
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] }),
    ...textFeatures(),
    SubscriptFeature(),
    SuperscriptFeature(),
    ...listFeatures(),
    BlockquoteFeature(),
    tableFeature(),
    HorizontalRuleFeature(),
    BlocksFeature({
      blocks: [
        imageBlock(),
        codeBlock(),
        ...(levelsBelow > 0 ? [admonitionBlock(bodyEditor(levelsBelow - 1))] : []),
        embedBlock(),
        mathBlock(),
        rawMdxBlock(),
        ...moreBlocks(),
      ],
      inlineBlocks: [inlineImageBlock(), inlineMathBlock(), footnoteReferenceBlock(), inlineRawBlock()],
    }),
  ]
  return lexicalEditor({ features })
}

const textFeatures = () => [
  BoldFeature(),
  ItalicFeature(),
  StrikethroughFeature(),
  InlineCodeFeature(),
  linkFeature(),
]

const listFeatures = () => [
  UnorderedListFeature(),
  OrderedListFeature(),
  ChecklistFeature(),
  // Indenting nests list items. Markdown has no indented paragraphs, headings or quotes.
  IndentFeature({ disabledNodes: ['paragraph', 'heading', 'quote'], disableTabNode: true }),
]
