import { parentPort, workerData } from 'node:worker_threads'
import { createRender } from './render.ts'
import type { RenderAnswer, RenderOrder } from './render-thread.ts'

// Started by render-thread.ts, straight from this file: Node strips the types, so every import in its reach names its
// file with the extension and no alias is used for values.

const render = createRender(workerData.root)

parentPort?.on('message', async ({ number, words, brand }: RenderOrder) => {
  try {
    const png = await render(words, brand)
    answer({ number, png: new Uint8Array(png) })
  } catch (error) {
    answer({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

function answer(message: RenderAnswer) {
  parentPort?.postMessage(message, 'png' in message ? [message.png.buffer] : [])
}
