import { merge, type Winner } from '@/merge/merge'

/**
 * The fields of a text in one form for files and documents. Values are plain and comparable: a body is the list of the
 * fingerprints of its blocks.
 */
export type TextState = Record<string, string | boolean | null | readonly string[]>

export type Decision =
  | { does: 'create' | 'update' | 'leave' }
  /** The document stays, and the file is kept as what the next import compares with. */
  | { does: 'adopt' }
  | { does: 'conflict'; fields: string[] }

/**
 * Decides what becomes of a file (decision 070). `base` is what the file said when it was imported last, `ours` is
 * what the document says now, and `theirs` is what the file says now. `sameFile`: its bytes are those of the last
 * import. The whole text is one unit: an import never mixes the fields of both sides.
 */
export function decide({
  base,
  ours,
  theirs,
  sameFile,
  winner,
}: {
  base: TextState | undefined
  ours: TextState | undefined
  theirs: TextState
  sameFile: boolean
  winner: Winner | undefined
}): Decision {
  if (!ours) return { does: 'create' }
  if (sameFile) return { does: 'leave' }
  const rule = { same: saysTheSame, theirsChanged: true, winner }
  switch (merge<TextState | undefined>({ base, ours, theirs }, rule)) {
    case 'theirs':
      return { does: 'update' }
    case 'conflict':
      return { does: 'conflict', fields: differing(base ?? theirs, ours) }
    default:
      return { does: 'adopt' }
  }
}

/** A text of which nothing is known says the same as no other. */
const saysTheSame = (one: TextState | undefined, other: TextState | undefined) =>
  one !== undefined && other !== undefined && differing(one, other).length === 0

/** The fields in which two states differ. A field that one of them does not know is no difference. */
const differing = (one: TextState, other: TextState): string[] =>
  Object.keys(one).filter(
    (field) => field in other && JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  )
