import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml'

/** YAML that goes in as it stands. */
export type Written = { written: string }

/** An item of a list: one that is there already by its place, or a new one. */
export type ListItem = number | string | Written

type Edit = { start: number; end: number; text: string }

type Collection = YAMLMap<unknown, unknown>

/**
 * Changes single values in a YAML text and leaves every other byte as it is: comments, order, quotes, line endings.
 * Each value may be changed once. Paths are keys from the uppermost map inwards.
 */
export class YamlPatch {
  readonly #given: string
  readonly #root: Node | null
  readonly #newline: string
  readonly #edits: Edit[] = []

  /** `document` is what `yamlDocument` read from the text. */
  constructor(text: string, document: Document) {
    this.#given = text
    this.#root = document.contents
    this.#newline = text.includes('\r\n') ? '\r\n' : '\n'
  }

  /** The text with its changes. */
  get text(): string {
    let [text, at] = ['', 0]
    // A stable sort: what is added at one place stays in the order in which it was added.
    for (const { start, end, text: instead } of [...this.#edits].sort(
      (one, other) => one.start - other.start,
    )) {
      text += this.#given.slice(at, start) + instead
      at = end
    }
    return text + this.#given.slice(at)
  }

  /** Gives a key another value, in the quotes of the one that it had, or adds the key. */
  set(path: readonly string[], value: string | boolean | Written): void {
    const pair = this.#pair(path)
    if (!pair) {
      this.#add(path, (inFlow) => scalarText(value, undefined, inFlow))
      return
    }
    const old = pair.value as Node | null
    const text = scalarText(value, isScalar(old) ? old.type : undefined, isFlow(this.#map(path.slice(0, -1))))
    this.#replace(pair, text)
  }

  /** Gives a key another list; those of its items that stay keep the words and the place that they had. */
  setList(path: readonly string[], items: readonly ListItem[]): void {
    const pair = this.#pair(path)
    if (items.length === 0) this.remove(path)
    else if (pair) this.#changeList(pair, items)
    else this.#add(path, () => this.#newList(items.map((item) => itemText(item))))
  }

  /** Takes a key away, with its line. */
  remove(path: readonly string[]): void {
    const map = this.#map(path.slice(0, -1))
    const pair = this.#pair(path)
    if (!map || !pair) return
    const start = startOf(pair)
    if (!isFlow(map)) {
      const lineStart = this.#given.lastIndexOf('\n', start - 1) + 1
      this.#edits.push({ start: lineStart, end: this.#lineEnd(this.#endOf(pair)), text: '' })
      return
    }
    const index = map.items.indexOf(pair)
    const [before, after] = [map.items[index - 1], map.items[index + 1]]
    if (after) this.#edits.push({ start, end: startOf(after), text: '' })
    else this.#edits.push({ start: before ? this.#endOf(before) : start, end: this.#endOf(pair), text: '' })
  }

  #changeList(pair: Pair, items: readonly ListItem[]): void {
    const old = pair.value as Node | null
    if (isSeq(old) && old.items.length > 0) {
      this.#edits.push(...this.#listEdits(old as { items: Node[]; flow?: boolean }, items))
      return
    }
    const written = this.#written(old)
    const texts = items.map((item) => (typeof item === 'number' ? written : itemText(item)))
    this.#replace(pair, `[${texts.join(', ')}]`)
  }

  #map(path: readonly string[]): Collection | undefined {
    let node: unknown = this.#root
    for (const key of path) node = isMap(node) ? pairIn(node as Collection, key)?.value : undefined
    return isMap(node) ? (node as Collection) : undefined
  }

  #pair(path: readonly string[]): Pair | undefined {
    const map = this.#map(path.slice(0, -1))
    return map && pairIn(map, path.at(-1) ?? '')
  }

  #add(path: readonly string[], text: (inFlow: boolean) => string): void {
    const key = keyText(path.at(-1) ?? '')
    const parent = path.slice(0, -1)
    const map = this.#map(parent)
    if (!map && parent.length > 0) {
      const nested = `${this.#newline}${this.#indentOf(this.#map(parent.slice(0, -1)))}  ${key}: ${text(false)}`
      const pair = this.#pair(parent)
      if (pair) this.#replace(pair, nested)
      else this.#add(parent, () => nested)
      return
    }
    const last = map?.items.at(-1)
    if (map && isFlow(map)) {
      const at = last ? this.#endOf(last) : (map.range?.[0] ?? 0) + 1
      this.#edits.push({ start: at, end: at, text: `${last ? ', ' : ''}${key}: ${text(true)}` })
      return
    }
    const at = last ? this.#lineEnd(this.#endOf(last)) : this.#given.length
    const indent = this.#indentOf(map)
    const line = `${indent}${key}:${spaced(text(false))}`
    const open = at > 0 && this.#given[at - 1] !== '\n'
    this.#edits.push({ start: at, end: at, text: open ? this.#newline + line : line + this.#newline })
  }

  /** The spaces before the keys of a map. */
  #indentOf(map: Collection | undefined): string {
    const [first] = map?.items ?? []
    if (!first || isFlow(map)) return ''
    return ' '.repeat(startOf(first) - this.#given.lastIndexOf('\n', startOf(first) - 1) - 1)
  }

  #replace(pair: Pair, text: string) {
    const value = pair.value as Node | null
    const start = value?.range?.[0]
    const end = this.#endOf(pair)
    const colon = this.#given.indexOf(':', keyEnd(pair)) + 1
    if (start === undefined || start >= end)
      this.#edits.push({ start: colon, end: colon, text: spaced(text) })
    else if (text.startsWith(this.#newline)) this.#edits.push({ start: colon, end, text })
    else this.#edits.push({ start, end, text })
  }

  #listEdits(list: { items: Node[]; flow?: boolean }, wanted: readonly ListItem[]): Edit[] {
    const { items } = list
    const last = items.length - 1
    let head = 0
    while (head < items.length && wanted[head] === head) head += 1
    let tail = 0
    while (
      tail < items.length - head &&
      tail < wanted.length - head &&
      wanted[wanted.length - 1 - tail] === last - tail
    ) {
      tail += 1
    }
    const separator = this.#separator(list)
    const middle = wanted
      .slice(head, wanted.length - tail)
      .map((item) =>
        typeof item === 'number' ? this.#written(items[item]) : itemText(item, likeOf(items, head)),
      )
    const from = items[head - 1]
    const to = items[items.length - tail]
    // In a list of lines, a comment goes and stays with the item of its line.
    const endOf = (item: Node | undefined) =>
      list.flow ? this.#endOfNode(item) : this.#lineEnd(this.#endOfNode(item)) - this.#lineEnding(item)
    const start = from ? endOf(from) : this.#startOfNode(items[0])
    const end = to && tail > 0 ? this.#startOfNode(to) : endOf(items[last])
    const lead = from && middle.length > 0 ? separator : ''
    const trail = tail > 0 && (from || middle.length > 0) ? separator : ''
    const text = lead + middle.join(separator) + trail
    return this.#given.slice(start, end) === text ? [] : [{ start, end, text }]
  }

  /** How long the line ending after a node is; none at the end of the text. */
  #lineEnding(node: Node | undefined): number {
    const end = this.#lineEnd(this.#endOfNode(node))
    return /\r?\n$/.exec(this.#given.slice(0, end))?.[0].length ?? 0
  }

  #separator({ items, flow }: { items: Node[]; flow?: boolean }): string {
    const [first, second] = items
    if (!flow) {
      const start = this.#startOfNode(first)
      const line = this.#given.lastIndexOf('\n', start - 1) + 1
      return this.#newline + this.#given.slice(line, start)
    }
    const between = second ? this.#given.slice(this.#endOfNode(first), this.#startOfNode(second)) : ', '
    return /^\s*,\s*$/.test(between) ? between : ', '
  }

  #written = (node: Node | null | undefined) =>
    node ? this.#given.slice(this.#startOfNode(node), this.#endOfNode(node)) : ''

  #startOfNode = (node: Node | undefined) => node?.range?.[0] ?? 0

  /** Where the words of a node end: collections count the line endings after them as their own. */
  #endOfNode(node: Node | null | undefined): number {
    const [start, end] = [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0]
    return start + this.#given.slice(start, end).trimEnd().length
  }

  #endOf = (pair: Pair) =>
    Math.max(this.#given.indexOf(':', keyEnd(pair)) + 1, this.#endOfNode(pair.value as Node | null))

  #lineEnd(at: number): number {
    const found = this.#given.indexOf('\n', at)
    return found < 0 ? this.#given.length : found + 1
  }

  /** A list that the text did not have, as the lists that it has are written. */
  #newList(texts: readonly string[]): string {
    const lists = isMap(this.#root)
      ? this.#root.items.map((pair) => pair.value).filter((value) => isSeq(value))
      : []
    const block = lists.length > 0 && lists.every((list) => !list.flow)
    return block ? texts.map((text) => `${this.#newline}  - ${text}`).join('') : `[${texts.join(', ')}]`
  }
}

const pairIn = (map: Collection, key: string) =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as Pair | undefined

const isFlow = (map: Collection | undefined) => map?.flow === true

const startOf = (pair: Pair) => (pair.key as Node | null)?.range?.[0] ?? 0

const keyEnd = (pair: Pair) => (pair.key as Node | null)?.range?.[1] ?? 0

const likeOf = (items: readonly Node[], head: number) => {
  const like = items[Math.max(0, head - 1)]
  return isScalar(like) ? like.type : undefined
}

const itemText = (item: ListItem, like?: string) =>
  typeof item === 'number' ? '' : scalarText(item, like ?? undefined, true)

const spaced = (text: string) => (/^\r?\n/.test(text) ? text : ` ${text}`)

const keyText = (key: string) => scalarText(key, undefined, true)

/** A value as YAML: in the quotes of what stood there, or in none where it reads as the same words without. */
export function scalarText(value: string | boolean | Written, like?: string | null, inFlow = false): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return value.written
  if (like === 'QUOTE_SINGLE' && !/[\p{Cc}]/u.test(value)) return `'${value.replaceAll("'", "''")}'`
  if (like === 'QUOTE_DOUBLE' || !readsPlain(value, inFlow)) return JSON.stringify(value)
  return value
}

/** Whether words without quotes are the same words to every reader: YAML 1.1 knows dates, and `no` for false. */
function readsPlain(value: string, inFlow: boolean): boolean {
  if (!/^[\p{L}\p{N}(/.][^\p{Cc}]*$/u.test(value) || /:(?:\s|$)|\s#|^\s|\s$/.test(value)) return false
  if (inFlow && /[,[\]{}:]/.test(value)) return false
  return (['1.1', 'core'] as const).every(
    (schema) => parseDocument(value, schema === '1.1' ? { version: '1.1' } : {}).toJS() === value,
  )
}
