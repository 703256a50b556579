import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { createRenderer } from './render.ts'
import type { RenderAnswer, RenderOrder } from './render-thread.ts'

// Started by render-thread.ts, straight from this file: Node strips the types, so every import in its reach names its
// file with the extension and no alias is used for values.

// Linux counts a thread as a process here, so this thread alone steps back: whoever asks the server for something else
// does not wait for a card. Elsewhere it would be the whole server.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
// One picture at a time, and threads of its own would be of normal priority.
sharp.concurrency(1)

const renderer = createRenderer(workerData.root)

parentPort?.on('message', async ({ number, words, brand, remarks }: RenderOrder) => {
  try {
    const png = await renderer.render(words, brand)
    answer({
      number,
      png: new Uint8Array(png),
      ...(remarks && { remarks: renderer.remarks(words, brand) }),
    })
  } catch (error) {
    answer({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

function answer(message: RenderAnswer) {
  parentPort?.postMessage(message, 'png' in message ? [message.png.buffer] : [])
}
