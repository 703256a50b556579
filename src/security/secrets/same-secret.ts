import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares two secrets in a time that reveals nothing about either. */
export function sameSecret(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}
