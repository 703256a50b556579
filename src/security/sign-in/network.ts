import { isIPv6 } from 'node:net'

/**
 * Returns what one household or server calls from: an IPv4 address as it is, and the first 64 bits of an IPv6 address,
 * since everybody has 2^64 of them. '::ffff:192.0.2.1' -> '192.0.2.1', '2001:db8:0:1:2:3:4:5' -> '2001:db8:0:1'
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const plain = address.replace(/%.*$/, '')
  if (!isIPv6(plain)) return address
  const [head = '', tail = ''] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail.split(':').filter(Boolean)
  const groups = plain.includes('::')
    ? [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
    : before
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
