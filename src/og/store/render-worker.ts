import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import sharp from 'sharp'
import { createRenderer } from './render.ts'
import type { RenderAnswer, RenderOrder } from './render-thread.ts'

// render-thread.ts starts this file directly and Node strips the types. So every file that it imports, directly or
// not, names its imports with the extension and imports no values by an alias.
//
// On Linux a priority applies to one thread, so this thread alone gets a lower one, and other requests to the
// server do not wait for a card. On other systems the whole process would get the lower priority.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
// One picture is drawn at a time, and sharp's own threads would run at normal priority.
sharp.concurrency(1)
sharp.cache(false)

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
