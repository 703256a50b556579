import { type Document, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { type Edit, itemText, type ListItem, listEdits, type YamlList } from './list-edits'
import { scalarText, type Written } from './scalar-text'
import { quotesOf, startOfPair, type YamlSource, yamlSource } from './yaml-source'

type Collection = YAMLMap<unknown, unknown>

/**
 * Changes single values in a YAML text and leaves every other byte as it is: comments, order, quotes, line endings.
 * Each value may be changed once. A path is a list of keys, from the outermost map inwards.
 */
export class YamlPatch {
  readonly #source: YamlSource
  readonly #root: Node | null
  readonly #edits: Edit[] = []

  /** `document` is what `yamlDocument` read from the text. */
  constructor(text: string, document: Document) {
    this.#source = yamlSource(text)
    this.#root = document.contents
  }

  /** The text with its changes. */
  get text(): string {
    let [text, at] = ['', 0]
    // The sort is stable: several additions at one place stay in the order in which they were made.
    for (const edit of [...this.#edits].sort((one, other) => one.start - other.start)) {
      text += this.#source.text.slice(at, edit.start) + edit.text
      at = edit.end
    }
    return text + this.#source.text.slice(at)
  }

  /** Gives a key another value, in the quotes of its old value, or adds the key. */
  set(path: readonly string[], value: string | boolean | Written): void {
    const pair = this.#pair(path)
    if (pair) {
      const inFlow = isFlow(this.#map(path.slice(0, -1)))
      this.#replace(pair, scalarText(value, quotesOf(pair.value), inFlow))
    } else this.#add(path, (inFlow) => scalarText(value, undefined, inFlow))
  }

  /** Gives a key another list. Items that stay keep their words and their place. An empty list removes the key. */
  setList(path: readonly string[], items: readonly ListItem[]): void {
    const pair = this.#pair(path)
    if (items.length === 0) this.remove(path)
    else if (pair) this.#changeList(pair, items)
    else this.#add(path, () => this.#newList(items.map((item) => (isIndex(item) ? '' : itemText(item)))))
  }

  /** Removes a key with its line. */
  remove(path: readonly string[]): void {
    const map = this.#map(path.slice(0, -1))
    const pair = this.#pair(path)
    if (!map || !pair) return
    const start = startOfPair(pair)
    const end = this.#source.endOfPair(pair)
    if (!isFlow(map)) {
      this.#edits.push({ start: this.#source.lineStart(start), end: this.#source.lineEnd(end), text: '' })
      return
    }
    const index = map.items.indexOf(pair)
    const [before, after] = [map.items[index - 1], map.items[index + 1]]
    if (after) this.#edits.push({ start, end: startOfPair(after), text: '' })
    else this.#edits.push({ start: before ? this.#source.endOfPair(before) : start, end, text: '' })
  }

  #changeList(pair: Pair, items: readonly ListItem[]): void {
    const old = pair.value as Node | null
    if (isSeq(old) && old.items.length > 0) {
      this.#edits.push(...listEdits(this.#source, old as YamlList, items))
      return
    }
    const written = this.#source.written(old)
    this.#replace(pair, `[${items.map((item) => (isIndex(item) ? written : itemText(item))).join(', ')}]`)
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
    const { newline } = this.#source
    const key = scalarText(path.at(-1) ?? '', undefined, true)
    const parent = path.slice(0, -1)
    const map = this.#map(parent)
    if (!map && parent.length > 0) {
      const nested = `${newline}${this.#indentOf(this.#map(parent.slice(0, -1)))}  ${key}: ${text(false)}`
      const pair = this.#pair(parent)
      if (pair) this.#replace(pair, nested)
      else this.#add(parent, () => nested)
      return
    }
    const last = map?.items.at(-1)
    if (map && isFlow(map)) {
      const at = last ? this.#source.endOfPair(last) : (map.range?.[0] ?? 0) + 1
      this.#edits.push({ start: at, end: at, text: `${last ? ', ' : ''}${key}: ${text(true)}` })
      return
    }
    const at = last ? this.#source.lineEnd(this.#source.endOfPair(last)) : this.#source.text.length
    const line = `${this.#indentOf(map)}${key}:${spaced(text(false))}`
    const inLine = at > 0 && this.#source.text[at - 1] !== '\n'
    this.#edits.push({ start: at, end: at, text: inLine ? newline + line : line + newline })
  }

  /** The spaces before the keys of a map. */
  #indentOf(map: Collection | undefined): string {
    const [first] = map?.items ?? []
    if (!first || isFlow(map)) return ''
    const start = startOfPair(first)
    return ' '.repeat(start - this.#source.lineStart(start))
  }

  #replace(pair: Pair, text: string) {
    const start = (pair.value as Node | null)?.range?.[0]
    const end = this.#source.endOfPair(pair)
    const colon = this.#source.afterColon(pair)
    if (start === undefined || start >= end)
      this.#edits.push({ start: colon, end: colon, text: spaced(text) })
    else if (text.startsWith(this.#source.newline)) this.#edits.push({ start: colon, end, text })
    else this.#edits.push({ start, end, text })
  }

  /** A new list, written like the lists that the text already has. */
  #newList(texts: readonly string[]): string {
    const lists = isMap(this.#root)
      ? this.#root.items.map((pair) => pair.value).filter((value) => isSeq(value))
      : []
    const block = lists.length > 0 && lists.every((list) => !list.flow)
    return block
      ? texts.map((text) => `${this.#source.newline}  - ${text}`).join('')
      : `[${texts.join(', ')}]`
  }
}

const pairIn = (map: Collection, key: string) =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as Pair | undefined

const isFlow = (map: Collection | undefined) => map?.flow === true

const isIndex = (item: ListItem) => typeof item === 'number'

const spaced = (text: string) => (/^\r?\n/.test(text) ? text : ` ${text}`)
