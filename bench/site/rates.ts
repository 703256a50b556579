import autocannon from 'autocannon'
import { median } from '../measuring/figures'

const seconds = 4
const connections = 8

/** The encodings that a browser accepts. */
const headers = { 'accept-encoding': 'gzip, deflate, br' }

/** Returns the median answers per second of each address, asked in turn for `rounds` rounds. */
export async function ratesOf(urls: readonly string[], rounds: number): Promise<number[]> {
  const rates = urls.map((): number[] => [])
  for (const url of urls) await autocannon({ url, connections, duration: 2, headers })
  for (let round = 0; round < rounds; round++) {
    for (const [index, url] of urls.entries()) {
      const { requests, non2xx, errors } = await autocannon({ url, connections, duration: seconds, headers })
      if (non2xx + errors > 0) throw new Error(`Expected ${url} to answer 200 each time.`)
      rates[index]?.push(requests.average)
    }
  }
  return rates.map(median)
}
