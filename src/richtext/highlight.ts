import { setImmediate as othersFirst } from 'node:timers/promises'
import type { ElementContent } from 'hast'
import { createHighlighterCore, type HighlighterCore, type ThemedToken } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import { type BundledLanguage, bundledLanguages } from 'shiki/langs'
import { descendants, rootChildren } from './children'
import { codeTheme, partOf } from './code-theme'
import { element } from './hast/element'
import type { CodeHighlights } from './hast/rendering'
import type { BlockFields, Body } from './nodes'

/**
 * Returns the highlighted code of a body, by the fields of its block. Grammars load when they are first needed. Code in
 * an unknown language stays plain, and so does code beyond the limits, so that no page has to wait for what its author
 * pasted.
 */
export async function highlightsOf(
  body: Body | null | undefined,
  { milliseconds = longestTime }: { milliseconds?: number } = {},
): Promise<CodeHighlights> {
  const highlights = new Map<BlockFields['code'], ElementContent[]>()
  const left = { characters: mostCharacters, parts: mostParts, milliseconds }
  for (const fields of codeIn(body)) {
    const code = fields.code ?? ''
    const language = languageOf(fields.language)
    if (!language || code.length > left.characters || left.milliseconds <= 0) continue
    left.characters -= code.length
    highlights.set(fields, await marked({ highlighter: await withLanguage(language), language, code, left }))
  }
  return highlights
}

/** Limits on all code of one page together. Parts become elements, which weigh more than their text. */
const mostCharacters = 60_000
const mostParts = 8_000
/** Milliseconds. Enough for a busy machine to compile a few grammars; the first line that needs one compiles it. */
const longestTime = 5_000

/** A longer line is data. A grammar's patterns may go over such a line again and again. */
const longestLine = 2_000

/** Milliseconds after which other work gets its turn. */
const turn = 15

function* codeIn(body: Body | null | undefined): Generator<BlockFields['code']> {
  for (const node of descendants(rootChildren(body)))
    if (node.type === 'block' && node.fields.blockType === 'code') yield node.fields
}

function languageOf(written: string | undefined): BundledLanguage | undefined {
  const name = written?.toLowerCase() ?? ''
  return Object.hasOwn(bundledLanguages, name) ? (name as BundledLanguage) : undefined
}

let shared: Promise<HighlighterCore> | undefined

async function withLanguage(language: BundledLanguage): Promise<HighlighterCore> {
  // Oniguruma gives up on a pattern that backtracks forever. JavaScript's own expressions do not.
  shared ??= createHighlighterCore({
    engine: createOnigurumaEngine(import('shiki/wasm')),
    themes: [codeTheme],
    langs: [],
  })
  const highlighter = await shared
  if (!highlighter.getLoadedLanguages().includes(language))
    await highlighter.loadLanguage(bundledLanguages[language])
  return highlighter
}

type Left = { characters: number; parts: number; milliseconds: number }
type Work = { highlighter: HighlighterCore; language: BundledLanguage; code: string; left: Left }

async function marked({ highlighter, language, code, left }: Work): Promise<ElementContent[]> {
  const content: ElementContent[] = []
  let grammarState: ReturnType<HighlighterCore['getLastGrammarState']> | undefined
  let turnSince = performance.now()
  for (const [number, line] of code.split('\n').entries()) {
    if (number > 0) append(content, '\n')
    if (left.milliseconds <= 0 || left.parts <= 0) {
      append(content, line)
      continue
    }
    const start = performance.now()
    const tokens = highlighter.codeToTokensBase(line, {
      lang: language,
      theme: codeTheme.name,
      grammarState,
      tokenizeMaxLineLength: longestLine,
      tokenizeTimeLimit: left.milliseconds,
    })
    grammarState = highlighter.getLastGrammarState(tokens)
    for (const token of tokens.flat()) append(content, token)
    left.parts -= tokens.flat().length
    left.milliseconds -= performance.now() - start
    if (performance.now() - turnSince > turn) {
      await othersFirst()
      turnSince = performance.now()
    }
  }
  return content
}

/** Joins neighbours of the same kind. Blanks are added to plain text. */
function append(content: ElementContent[], piece: ThemedToken | string): void {
  const text = typeof piece === 'string' ? piece : piece.content
  const part = typeof piece === 'string' || text.trim() === '' ? undefined : partOf(piece.color)
  const before = content.at(-1)
  const className = part && `code-${part}`
  if (className === undefined) {
    if (before?.type === 'text') before.value += text
    else content.push({ type: 'text', value: text })
    return
  }
  const [inside] = before?.type === 'element' ? before.children : []
  const same = before?.type === 'element' && before.properties.className?.toString() === className
  if (same && inside?.type === 'text') inside.value += text
  else content.push(element('span', { className: [className] }, [text]))
}
