import { parentPort, workerData } from 'node:worker_threads'
import { readOrRefused } from '../post/read-post'
import type { ReadAnswer, ReadOrder, ReadSurroundings } from './read-posts'

/** The program of a thread that reads posts, one after the other. */
const surroundings = workerData as ReadSurroundings

parentPort?.on('message', (order: ReadOrder) => {
  parentPort?.postMessage(answer(order))
})
parentPort?.postMessage('ready')

function answer(order: ReadOrder): ReadAnswer {
  try {
    return { outcome: readOrRefused({ ...order, ...surroundings }) }
  } catch (broken) {
    return { broken }
  }
}
