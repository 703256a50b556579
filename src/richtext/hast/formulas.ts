import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import katex from 'katex'
import { element } from './element'
import type { Rendering } from './rendering'

/** A formula on a line of its own, in a region that scrolls when it is wider than a phone. */
export const formulaToHast = (tex: string, rendering: Rendering): Element => {
  const set = mathMl(tex, true, rendering)
  return set
    ? element(
        'div',
        { className: ['formula'], role: 'group', tabIndex: 0, ariaLabel: rendering.words.formula },
        [set],
      )
    : element('p', {}, [asWritten(tex, 'math-display')])
}

/** A formula in a line of text. */
export const inlineFormulaToHast = (tex: string, rendering: Rendering): Element =>
  mathMl(tex, false, rendering) ?? asWritten(tex, 'math-inline')

/** Shows the source of a formula that cannot be set. */
const asWritten = (tex: string, kind: 'math-display' | 'math-inline') =>
  element('code', { className: ['math', kind] }, [tex])

/** Limits on one formula and on all formulas of a page, in characters of source, and on the nesting of braces. */
const longest = 4_000
const mostCharacters = 20_000
const deepest = 60

/**
 * Renders a formula as MathML, which browsers set without a style sheet or fonts. Returns undefined when TeX cannot
 * read the formula, when it exceeds the limits, or when it would bring links or pictures along.
 */
function mathMl(tex: string, displayMode: boolean, rendering: Rendering): Element | undefined {
  if (rendering.options.forFeed || tex.length > longest || depthOf(tex) > deepest) return undefined
  rendering.formulas += tex.length
  if (rendering.formulas > mostCharacters) return undefined
  const html = printed(tex, displayMode)
  const [holder] = html === undefined ? [] : fromHtml(html, { fragment: true }).children
  const [math] = holder?.type === 'element' ? holder.children : []
  return math?.type === 'element' && math.tagName === 'math' ? math : undefined
}

function printed(tex: string, displayMode: boolean): string | undefined {
  let refused = false
  const trust = () => {
    refused = true
    return false
  }
  try {
    const html = katex.renderToString(tex, { ...bounds, displayMode, trust })
    return refused ? undefined : html
  } catch (error) {
    // A recursion too deep for the stack counts as unreadable, like a typing error.
    if (error instanceof katex.ParseError || error instanceof RangeError) return undefined
    throw error
  }
}

const bounds = {
  output: 'mathml',
  throwOnError: true,
  strict: 'ignore',
  maxSize: 10,
  maxExpand: 300,
} as const

/** Returns how deep braces and environments nest, even in a formula that is wrong in other ways. */
function depthOf(tex: string): number {
  let depth = 0
  let most = 0
  for (const [step] of tex.matchAll(/\\[{}]|\\(?:begin|left)\b|\\(?:end|right)\b|[{}]/g)) {
    if (step === '{' || step === '\\begin' || step === '\\left') depth += 1
    else if (step === '}' || step === '\\end' || step === '\\right') depth -= 1
    most = Math.max(most, depth)
  }
  return most
}
