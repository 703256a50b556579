import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { clientAddress, clientAddressHeader, noteClientAddresses } from '@/security/client-address'

test.each([
  ['is the socket’s where no proxy is trusted', '203.0.113.9', 0, '192.0.2.1'],
  ['is what the one trusted proxy wrote down last', '203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
  ['is what the outer of two wrote down', '203.0.113.9, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
  ['is the socket’s where a proxy wrote nothing', undefined, 1, '192.0.2.1'],
])('the address of a client %s', (_, forwarded, proxies, address) => {
  expect(clientAddress(forwarded, '192.0.2.1', proxies)).toBe(address)
})

test('a request carries the address of its socket, whatever it says of itself', async () => {
  noteClientAddresses(0)
  const server = createServer((request, response) => response.end(request.headers[clientAddressHeader]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`, {
    headers: { [clientAddressHeader]: '203.0.113.9', 'x-forwarded-for': '203.0.113.9' },
  })
  expect(await answer.text()).toBe('127.0.0.1')
  await new Promise((resolve) => server.close(resolve))
})
