import { createHash, randomInt } from 'node:crypto'

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'
const randomLength = 8
const markLength = 4

/** Returns eight random characters of base 36: the part of an id that tells the blocks of one article apart. */
export const randomPart = (): string =>
  Array.from({ length: randomLength }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Returns a block's id: a random part, then a mark that ties it to the scope of its article. */
export const blockId = (random: string, scope: string): string => random + markOf(random, scope)

/** True when an id was made for this scope. One in 1.7 million foreign ids passes by chance. */
export const belongsTo = (id: string, scope: string): boolean =>
  pattern.test(id) && id.slice(randomLength) === markOf(id.slice(0, randomLength), scope)

const pattern = new RegExp(`^[0-9a-z]{${randomLength + markLength}}$`)

function markOf(random: string, scope: string): string {
  const hash = createHash('sha256').update(`${scope}\n${random}`).digest()
  return (hash.readUInt32BE() % alphabet.length ** markLength).toString(36).padStart(markLength, '0')
}
