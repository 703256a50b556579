import { describe, expect, test } from 'vitest'
import type { ListItem } from '@/docusaurus/format/yaml/list-edits'
import { yamlDocument } from '@/docusaurus/format/yaml/yaml-document'
import { YamlPatch } from '@/docusaurus/format/yaml/yaml-patch'

const patched = (text: string, change: (patch: YamlPatch) => void) => {
  const patch = new YamlPatch(text, yamlDocument(text).document)
  change(patch)
  return patch.text
}

describe('a list', () => {
  test.each<[string, ListItem[], string]>([
    ['a: [x, "y",  z] # c\n', [0, 'new', 1, 2], 'a: [x, new, "y",  z] # c\n'],
    ['a: [x, "y",  z] # c\n', [2], 'a: [z] # c\n'],
    ['a: [x, "y",  z] # c\n', [0, 2], 'a: [x, z] # c\n'],
    ['a: [x, "y",  z] # c\n', [2, 0, 1], 'a: [z, x, "y"] # c\n'],
    ['a:\n  [\n    x,\n    y,\n  ]\n', [0, 1, 'new'], 'a:\n  [\n    x,\n    y,\n    new,\n  ]\n'],
    [
      'a:\n  - x # 1\n  # between\n  - y # 2\nb: 1\n',
      [0, 'new', 1],
      'a:\n  - x # 1\n  - new\n  - y # 2\nb: 1\n',
    ],
    ['a:\r\n- x\r\n- y\r\n', [1], 'a:\r\n- y\r\n'],
    ['a:\n  - x\n  - y # 2\n', [0], 'a:\n  - x\n'],
    ['a: x\n', [0, 'new'], 'a: [x, new]\n'],
    ['a:\nb: 1\n', ['new'], 'a: [new]\nb: 1\n'],
    ['a: [x]\nb: 1', [], 'b: 1'],
    ['b:\n  - x\n', ['new', 'm'], 'b:\n  - x\na:\n  - new\n  - m\n'],
  ])('a list %j becomes %j', (text, items, wanted) => {
    expect(patched(text, (patch) => patch.setList(['a'], items))).toBe(wanted)
  })
})

describe('a value', () => {
  test.each([
    ["a: 'it''s' # c\n", "is 'it'", "a: 'is ''it''' # c\n"],
    ['a: "x"\n', 'y "z"', 'a: "y \\"z\\""\n'],
    ['a: x\n', 'yes', 'a: "yes"\n'],
    ['a: x\n', '2024-01-02', 'a: "2024-01-02"\n'],
    ['a: x\n', 'b: c', 'a: "b: c"\n'],
    ['a: >-\n  x\n  y\n\nb: 1\n', 'z', 'a: z\n\nb: 1\n'],
    ['{ b: 1 }\n', 'z', '{ b: 1, a: z }\n'],
    ['b: 1', 'z', 'b: 1\na: z'],
    ['', 'z', 'a: z\n'],
  ])('a value in %j becomes %j', (text, value, wanted) => {
    expect(patched(text, (patch) => patch.set(['a'], value))).toBe(wanted)
  })

  test('a value that is nested changes, is added and goes in either kind of map', () => {
    const text = 'a: { x: 1, y: 2 }\nb:\n    x: 1\n    y: 2\n'
    const changed = patched(text, (patch) => {
      patch.remove(['a', 'x'])
      patch.set(['a', 'z'], 'new')
      patch.set(['b', 'x'], 'new')
      patch.set(['b', 'z'], 'new')
      patch.set(['c', 'x'], 'new')
    })
    expect(changed).toBe('a: { y: 2, z: new }\nb:\n    x: new\n    y: 2\n    z: new\nc:\n  x: new\n')
  })
})
