import { parentPort } from 'node:worker_threads'

// Answers with the title's bytes, or with the order's number if the title is "number". Other titles stage a fault.
parentPort.on('message', ({ number, words }) => {
  if (words.title === 'hang') for (;;);
  if (words.title === 'exit') process.exit(3)
  if (words.title === 'fail') return parentPort.postMessage({ number, error: 'staged' })
  if (words.title === 'grow') {
    const kept = []
    for (;;) kept.push(new Array(1e6).fill(kept.length))
  }
  const text = words.title === 'number' ? String(number) : words.title
  parentPort.postMessage({ number, png: new TextEncoder().encode(text) })
})
