import type { ThemeRegistrationRaw } from 'shiki/core'

/**
 * Maps the scopes of TextMate grammars to the parts of code that we colour (the most specific scope wins). Each part
 * becomes a class (`code-keyword`), whose colours for light and dark are in tokens.css.
 */
const scopes = {
  comment: ['comment', 'punctuation.definition.comment', 'string.comment'],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'entity.name.tag',
    'markup.heading',
    'punctuation.definition.heading',
  ],
  string: ['string', 'markup.inline.raw', 'constant.character.escape', 'string.regexp'],
  constant: ['constant', 'support.constant', 'entity.other.attribute-name', 'meta.property-name'],
  function: ['entity.name.function', 'support.function', 'markup.underline.link', 'entity.name.section'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
  ],
  inserted: ['markup.inserted', 'meta.diff.header.to-file'],
  deleted: ['markup.deleted', 'meta.diff.header.from-file', 'invalid'],
  plain: ['keyword.operator', 'storage.type.function.arrow', 'meta.template.expression'],
} as const

export type CodePart = Exclude<keyof typeof scopes, 'plain'>

const parts = Object.keys(scopes) as (keyof typeof scopes)[]

/** Shiki knows only colours, so each part gets a colour that is just its number. */
const colourOf = (number: number) => `#${number.toString(16).padStart(6, '0')}`

const plain = colourOf(0xffffff)

export const codeTheme: ThemeRegistrationRaw = {
  name: 'terbit',
  type: 'light',
  fg: plain,
  bg: colourOf(0),
  settings: parts.map((part, index) => ({
    scope: [...scopes[part]],
    settings: { foreground: part === 'plain' ? plain : colourOf(index + 1) },
  })),
}

/** Returns the part that a token's colour stands for, or undefined for plain code. */
export const partOf = (colour: string | undefined): CodePart | undefined =>
  partsByColour.get(colour?.toLowerCase())

const partsByColour = new Map<string | undefined, CodePart>(
  parts.flatMap((part, index) => (part === 'plain' ? [] : [[colourOf(index + 1), part] as const])),
)
