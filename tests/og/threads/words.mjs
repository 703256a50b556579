import { parentPort } from 'node:worker_threads'

// Answers with the words that it was asked to draw.
parentPort.on('message', ({ number, words }) => {
  parentPort.postMessage({ number, png: new TextEncoder().encode(JSON.stringify(words)) })
})
