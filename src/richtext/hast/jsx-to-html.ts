/**
 * Rewrites the JSX of an MDX fragment as HTML, leniently and without running any code. Attributes keep values that are
 * strings, numbers or booleans, and `className` becomes `class`. Other expressions, comments and lines of `import` and
 * `export` are dropped. The result is not trusted: the caller parses and sanitizes it.
 */
export function jsxToHtml(source: string): string {
  const text = source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '')
    .replace(/^(?:import|export)\s[^\n]*(?:\n|$)/gm, '')
  let html = ''
  let at = 0
  while (at < text.length) {
    const start = text.indexOf('<', at)
    if (start === -1) break
    const tag = tagAt(text, start)
    html += text.slice(at, start) + (tag?.html ?? '&lt;')
    at = tag?.end ?? start + 1
  }
  return html + text.slice(at)
}

type Read = { html: string; end: number }

/** Reads one tag. Returns undefined when the text after `<` is not a complete tag. */
function tagAt(text: string, start: number): Read | undefined {
  const opening = /<(\/?)([A-Za-z][\w.:-]*)?/y
  opening.lastIndex = start
  const match = opening.exec(text)
  if (!match) return undefined
  // A fragment (`<>`) has no name, and only its content is kept.
  const [whole, slash, name] = match
  let at = start + whole.length
  let attributes = ''
  for (;;) {
    at = afterBlanks(text, at)
    if (text[at] === '>') return { html: htmlTag(name, slash, attributes), end: at + 1 }
    if (text.startsWith('/>', at)) return { html: selfClosed(name, attributes), end: at + 2 }
    if (name === undefined) return undefined
    const attribute = attributeAt(text, at)
    if (!attribute) return undefined
    attributes += attribute.html
    at = attribute.end
  }
}

const htmlTag = (name: string | undefined, slash: string | undefined, attributes: string) =>
  name === undefined ? '' : slash ? `</${name}>` : `<${name}${attributes}>`

const voidElements: ReadonlySet<string> = new Set([
  'img',
  'br',
  'hr',
  'wbr',
  'col',
  'input',
  'source',
  'track',
])

/** HTML has no self-closing tags: an `iframe` left open would swallow everything after it. */
const selfClosed = (name: string | undefined, attributes: string) =>
  name === undefined
    ? ''
    : `<${name}${attributes}>${voidElements.has(name.toLowerCase()) ? '' : `</${name}>`}`

function attributeAt(text: string, start: number): Read | undefined {
  if (text[start] === '{') {
    const end = expressionEnd(text, start)
    return end === undefined ? undefined : { html: '', end }
  }
  const name = /[^\s"'<>/={}]+/y
  name.lastIndex = start
  const written = name.exec(text)?.[0]
  if (written === undefined) return undefined
  const afterName = start + written.length
  const equals = afterBlanks(text, afterName)
  if (text[equals] !== '=') return { html: ` ${written}`, end: afterName }
  const value = valueAt(text, afterBlanks(text, equals + 1))
  if (!value) return undefined
  return { html: attributeHtml(written, value.text), end: value.end }
}

function attributeHtml(name: string, value: string | undefined): string {
  if (value === undefined || name.toLowerCase() === 'style') return ''
  return ` ${name === 'className' ? 'class' : name}="${value.replace(/"/g, '&quot;')}"`
}

type Value = { text: string | undefined; end: number }

function valueAt(text: string, start: number): Value | undefined {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, start + 1)
    return end === -1 ? undefined : { text: text.slice(start + 1, end), end: end + 1 }
  }
  if (quote === '{') {
    const end = expressionEnd(text, start)
    return end === undefined ? undefined : { text: literal(text.slice(start + 1, end - 1).trim()), end }
  }
  const bare = /[^\s"'=<>`]+/y
  bare.lastIndex = start
  const written = bare.exec(text)?.[0]
  return written === undefined ? undefined : { text: written, end: start + written.length }
}

/** Returns the value of a literal expression, or undefined for any other expression. */
function literal(expression: string): string | undefined {
  const quoted = /^(["'`])([^"'`\\$]*)\1$/.exec(expression)?.[2]
  if (quoted !== undefined) return quoted.replace(/&/g, '&amp;')
  return /^(?:-?\d+(?:\.\d+)?|true)$/.test(expression) ? expression : undefined
}

/** Returns where an expression in braces ends. Braces inside its strings do not count. */
function expressionEnd(text: string, start: number): number | undefined {
  let depth = 0
  let quote: string | undefined
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (quote !== undefined) {
      if (character === '\\') at += 1
      else if (character === quote) quote = undefined
    } else if (character === '"' || character === "'" || character === '`') quote = character
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

function afterBlanks(text: string, start: number): number {
  let at = start
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}
