import { describe, expect, test } from 'vitest'
import { canonical } from '@/markdown/canonical'
import { countOfMdast } from '@/markdown/counts'
import { fingerprint } from '@/markdown/fingerprint'
import { parse } from '@/markdown/read/parse'
import { toBody } from '@/markdown/read/to-body'
import { serialize } from '@/markdown/write/serialize'
import { styleOf } from '@/markdown/write/style'
import { nodeToMdast } from '@/markdown/write/to-mdast'
import { countOfBody } from '../../support/samples/count-of-body'
import { pairs } from './fixtures'

describe.each(pairs)('$name', ({ name, source, expected }) => {
  const dialect = parse(source).dialect

  test(`${name} maps to the body beside it`, () => {
    const { body, blocks } = toBody(source)
    expect(dialect.format).toBe(expected.format)
    expect(blocks.flatMap(({ reason }, block) => (reason ? [{ block, reason }] : []))).toEqual(expected.raw)
    expect(body).toEqual(expected.body)
  })

  test(`${name} is written again as it was`, () => {
    expect(serialize(expected.body, { dialect, style: styleOf(source) })).toBe(source)
  })

  test(`${name} has one block for each child of its mdast, at its place in the source`, () => {
    const { root } = parse(source)
    const slices = toBody(source).blocks.map(({ start, end }) => source.slice(start, end))
    expect(slices).toEqual(
      root.children.map(({ position }) => source.slice(position?.start.offset, position?.end.offset)),
    )
  })

  test(`${name} counts the same in its mdast and in its body`, () => {
    expect(countOfBody(expected.body, dialect)).toEqual(countOfMdast(parse(source).root))
  })

  test(`${name} has the same fingerprints for its mdast and for the blocks made from it`, () => {
    const { body, blocks } = toBody(source)
    const { root } = parse(source)
    for (const [index, block] of blocks.entries()) {
      const [node, child] = [body.root.children[index], root.children[index]]
      if (!node || !child) throw new Error('Expected as many blocks as children.')
      expect(fingerprint(node)).toBe(block.fingerprint)
      expect(block.raw || holdsSource(child) || fingerprint(child) === block.fingerprint).toBe(true)
    }
  })

  test(`the mdast of ${name} comes through its body`, () => {
    const definitions = source
      .split('\n')
      .filter((line) => /^\[[^\]]+\]: /.test(line))
      .join('\n')
    const raw = (text: string) =>
      parse(`${text}\n\n${definitions}`, dialect).root.children.filter(
        (child) => (child.position?.start.offset ?? 0) < text.length,
      )
    const again = expected.body.root.children.flatMap((node) => nodeToMdast(node, { dialect, raw }))
    expect(again.map(canonical)).toEqual(parse(source).root.children.map(canonical))
  })
})

/** Elements within lines are hashed as they are written, which mdast does not keep. */
const holdsSource = (node: object) => /"(?:mdxJsx|mdxText|html)/.test(JSON.stringify(node))
