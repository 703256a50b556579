/** A block of an article and the range of bytes of its file that it was made from. */
export type KeptBlock = { blockId?: string; start: number; end: number; fingerprint: string }
