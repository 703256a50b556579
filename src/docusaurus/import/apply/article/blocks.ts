import { fingerprint } from '@/markdown/fingerprint'
import { rootChildren } from '@/richtext/children'
import { blockIdOf } from '@/richtext/identity/identified-blocks'
import type { Body } from '@/richtext/nodes'
import type { KeptBlock } from '../../../format/kept-block'
import type { PlannedText } from '../../plan/import-plan'

/** The blocks of a body that was just saved from a file. They stand in the order of the file. */
export function blocksOf(body: Body | null | undefined, { file, blocks }: PlannedText): KeptBlock[] {
  const nodes = rootChildren(body)
  if (nodes.length !== blocks.length) {
    throw new Error(`Expected ${blocks.length} blocks of ${file} to be saved, found ${nodes.length}.`)
  }
  return nodes.flatMap((node, index) => {
    const block = blocks[index]
    const blockId = blockIdOf(node)
    return block
      ? [
          {
            ...(blockId ? { blockId } : {}),
            start: block.byteStart,
            end: block.byteEnd,
            fingerprint: fingerprint(node),
          },
        ]
      : []
  })
}

/** The blocks of a file whose article was not written from it. Blocks that say the same are the same block. */
export function blocksIn(body: Body | null | undefined, { blocks }: PlannedText): KeptBlock[] {
  const ids = new Map<string, string[]>()
  for (const node of rootChildren(body)) {
    const [says, id] = [fingerprint(node), blockIdOf(node)]
    if (id) ids.set(says, [...(ids.get(says) ?? []), id])
  }
  return blocks.map((block) => {
    const blockId = ids.get(block.fingerprint)?.shift()
    return {
      ...(blockId ? { blockId } : {}),
      start: block.byteStart,
      end: block.byteEnd,
      fingerprint: block.fingerprint,
    }
  })
}
