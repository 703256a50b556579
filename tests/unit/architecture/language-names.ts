import { readFileSync } from 'node:fs'
import { parseAst } from 'vitest/node'
import { languages } from '@/i18n/languages'
import { sourceFiles } from './imports'

/** A place in the source that names a language, or that takes for granted how many there are or how long a code is. */
export type Finding = { file: string; line: number; text: string; why: string }

/** The files in which languages may not be named. Demonstration content is written in its languages. */
export const scannedFiles = (): string[] =>
  [
    ...sourceFiles(['src', 'app', 'collections']).filter(
      (file) => !/^src\/(i18n|demonstration)\//.test(file) && file !== 'src/payload-types.ts',
    ),
    'instrumentation.ts',
    'next.config.mjs',
    'payload.config.ts',
    'proxy.ts',
  ].filter((file) => !file.endsWith('.d.ts'))

export const languageNamesOf = (file: string): Finding[] => languageNamesIn(file, readFileSync(file, 'utf8'))

/**
 * Every literal, type literal, key and regular expression of a source that names one of our languages. `id` is also the
 * name of a field: where it stands among the names of other fields, it is taken for one.
 */
export function languageNamesIn(file: string, source: string): Finding[] {
  const findings: Finding[] = []
  const lines = source.split('\n')
  const visit = (node: Node, above: readonly Node[]) => {
    const why = namesLanguage(node, above) ?? assumesLanguages(node)
    if (why !== undefined) {
      const line = source.slice(0, node.start).split('\n').length
      findings.push({ file, line, text: lines[line - 1]?.trim() ?? '', why })
    }
    for (const child of childrenOf(node)) visit(child, [node, ...above])
  }
  visit(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node, [])
  return findings
}

/** A node of the syntax tree (ESTree, with TypeScript's nodes), as far as it is looked at. */
type Node = { type: string; start: number; [property: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

const codes = new Set<string>(languages.map(({ code }) => code))

/** Codes that fields of documents are called by too. */
const fieldNames = new Set(['id'])

const names = new Set<string>(
  languages.flatMap(({ code, autonym, conventions, openGraph }) => [code, autonym, conventions, openGraph]),
)

function namesLanguage(node: Node, above: readonly Node[]): string | undefined {
  const text = textOf(node)
  if (text !== undefined) {
    if (names.has(text)) return isFieldName(node, text, above) ? undefined : 'a language'
    return within.some((pattern) => pattern.test(text))
      ? 'a text or pattern with a language in it'
      : undefined
  }
  const key = keyOf(node)
  if (key === undefined || !codes.has(key)) return undefined
  return fieldNames.has(key) && !isCatalogue(node.value)
    ? undefined
    : 'a key or property called as a language'
}

/** The text of a literal, a piece of a template, a text in JSX, or a regular expression. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') {
    const { pattern } = (node.regex ?? {}) as { pattern?: string }
    return pattern ?? (typeof node.value === 'string' ? node.value : undefined)
  }
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw
  return node.type === 'JSXText' ? String(node.value) : undefined
}

/** The name that a property is given or read by, where it is written without quotes. */
function keyOf(node: Node): string | undefined {
  if (node.computed === true) return undefined
  const name =
    node.type === 'Property' || node.type === 'TSPropertySignature' || node.type === 'PropertyDefinition'
      ? node.key
      : node.type === 'MemberExpression'
        ? node.property
        : undefined
  return isNode(name) && name.type === 'Identifier' ? String(name.name) : undefined
}

/** Operators of Payload's queries: `{ id: { equals } }` asks for a document, and is no catalogue. */
const operators = new Set(['equals', 'in', 'not_in', 'not_equals', 'exists'])

/** `{ id: { … } }` holds the words of a language, as no field called `id` does. */
const isCatalogue = (value: unknown): boolean =>
  isNode(value) &&
  value.type === 'ObjectExpression' &&
  childrenOf(value).some((child) => !operators.has(keyOf(child) ?? ''))

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** How a language is named within a longer text: `(id|en)`, `/id/blog`, `--locales id,en`, `'id'::_locales`, `id-ID`. */
const within: RegExp[] = languages.flatMap(({ code, conventions, openGraph }) => {
  const tags = new RegExp(`\\b(?:${escaped(conventions)}|${escaped(openGraph)})\\b`)
  const word = new RegExp(`(?<![\\w$.{-])${escaped(code)}(?![\\w}-])`)
  const field = new RegExp(
    [
      `\\|${code}(?!\\w)|(?<!\\w)${code}\\|`,
      `(?:^|[\\s"'(:^])\\\\?/${code}(?=[\\\\/?#"')\\s$]|$)`,
      `locales?/${code}(?!\\w)|languages?/${code}(?!\\w)|i18n/${code}(?!\\w)`,
      `'${code}'(?:::|\\))`,
    ].join('|'),
  )
  return [tags, fieldNames.has(code) ? field : word]
})

/** True where `id` is the name of a field: among other names, before `in`, or in `Pick` and `Omit`. */
function isFieldName(node: Node, text: string, above: readonly Node[]): boolean {
  if (!fieldNames.has(text)) return false
  const [parent, ...further] = above[0]?.type === 'TSLiteralType' ? above.slice(1) : above
  switch (parent?.type) {
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.left === node
    case 'ArrayExpression':
    case 'TSUnionType':
      return childrenOf(parent).some(isAnotherName)
    case 'SwitchCase':
      return ((further[0]?.cases ?? []) as Node[]).some(({ test }) => isNode(test) && isAnotherName(test))
    case 'TSTypeParameterInstantiation': {
      const typeName = further[0]?.typeName
      return isNode(typeName) && /^(Pick|Omit)$/.test(String(typeName.name))
    }
    default:
      return false
  }
}

/** A literal that names no language. */
function isAnotherName(node: Node): boolean {
  const text = textOf(node.type === 'TSLiteralType' && isNode(node.literal) ? node.literal : node)
  return text !== undefined && !names.has(text)
}

/** `const [other] = otherLocales(locale)` and `locales[1]` know of two languages; `^/\w+` and `[a-z]{2}` refuse `pt-BR`. */
function assumesLanguages(node: Node): string | undefined {
  if (node.type === 'VariableDeclarator' && isList(node.init) && isNode(node.id))
    return node.id.type === 'ArrayPattern' ? 'the first of a list of languages' : undefined
  if (node.type === 'MemberExpression' && node.computed === true && isList(node.object))
    return isNode(node.property) && typeof node.property.value === 'number'
      ? 'one of a list of languages by its number'
      : undefined
  const pattern = node.type === 'Literal' && node.regex ? textOf(node) : undefined
  return pattern !== undefined && /^\^\\\/\(?\\w\+|\[a-z\]\{2\}/i.test(pattern)
    ? 'a pattern that refuses codes with a hyphen'
    : undefined
}

/** `locales`, or what `otherLocales` gives. */
function isList(node: unknown): boolean {
  if (!isNode(node)) return false
  if (node.type === 'CallExpression') return isNode(node.callee) && node.callee.name === 'otherLocales'
  return node.type === 'Identifier' && node.name === 'locales'
}
