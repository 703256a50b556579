import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { Refusal } from '../refusal'

type YamlDocument = {
  /** Knows where each value stands in the text. */
  document: Document
  value: unknown
  /** The lines of the outermost map's keys, in the file that the text comes from. */
  lines: ReadonlyMap<string, number>
  /** The line of a key. Without the key, the first line. */
  lineOf: (key: string) => number
}

/**
 * Reads YAML that strangers wrote. Anchors, aliases and the key `__proto__` are not allowed. `firstLine` is the line of
 * the file in which the text begins.
 * @throws Refusal with the line of the fault
 */
export function yamlDocument(text: string, firstLine = 1): YamlDocument {
  const counter = new LineCounter()
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  refuseDeep(text, firstLine)
  const document = parsed(text, counter, firstLine)
  const [error] = document.errors
  if (error) {
    throw new Refusal('invalid-yaml', lineAt(error.pos[0]), `Expected YAML: ${firstSentence(error.message)}`)
  }
  visit(document, {
    Alias: (_, node) => {
      throw anchors(lineAt(node.range?.[0] ?? 0))
    },
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) throw anchors(lineAt(node.range?.[0] ?? 0))
    },
    // The parser's own check for repeated keys takes seconds where a map has many keys.
    Map: (_, map) => {
      if (map.anchor) throw anchors(lineAt(map.range?.[0] ?? 0))
      const keys = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (keys.has(key.value)) throw repeated(String(key.value), lineAt(key.range?.[0] ?? 0))
        keys.add(key.value)
      }
    },
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') {
        throw new Refusal(
          'unsafe-yaml-key',
          lineAt(key.range?.[0] ?? 0),
          'The key `__proto__` is not allowed.',
        )
      }
    },
  })
  const lines = linesOfKeys(document, lineAt)
  return {
    document,
    value: document.toJS({ maxAliasCount: 0 }),
    lines,
    lineOf: (key) => lines.get(key) ?? firstLine,
  }
}

function linesOfKeys({ contents }: Document, lineAt: (offset: number) => number): Map<string, number> {
  if (!isMap(contents)) return new Map()
  return new Map(
    contents.items.flatMap(({ key }) =>
      isScalar(key) ? [[String(key.value), lineAt(key.range?.[0] ?? 0)] as const] : [],
    ),
  )
}

/** The depth to which flow collections may nest. Deeper, the parser takes seconds until it runs out of stack. */
const deepest = 100

function refuseDeep(text: string, firstLine: number) {
  let [depth, line] = [0, firstLine]
  for (const character of text) {
    if (character === '\n') line += 1
    if (character === '[' || character === '{') depth += 1
    if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > deepest) {
      throw new Refusal(
        'invalid-yaml',
        line,
        `Expected YAML of at most ${deepest} levels, found more. Flatten it.`,
      )
    }
  }
}

function parsed(text: string, lineCounter: LineCounter, firstLine: number) {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false, merge: false })
  } catch (error) {
    if (error instanceof RangeError) {
      throw new Refusal(
        'invalid-yaml',
        firstLine,
        'Expected YAML of a few levels, found too many. Flatten it.',
      )
    }
    throw error
  }
}

const anchors = (line: number) =>
  new Refusal('yaml-anchor', line, 'YAML anchors and aliases are not allowed. Write the value out.')

const repeated = (key: string, line: number) =>
  new Refusal('invalid-yaml', line, `Expected each key once, found \`${key}\` again. Remove one of them.`)

const firstSentence = (message: string) => message.split('\n')[0] ?? message
