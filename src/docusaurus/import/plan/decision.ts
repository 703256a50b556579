/** Which side wins where a file and its article have both changed since the last import. */
export type ConflictMode = 'theirs' | 'ours'

/**
 * What a text says, field by field, in one form for files and documents. Values are plain and comparable: a body is
 * the list of its blocks' fingerprints.
 */
export type TextState = Record<string, string | boolean | null | readonly string[]>

export type Decision =
  | { does: 'create' | 'update' | 'leave' }
  /** The document stays, and the file is kept as what it was compared with. */
  | { does: 'adopt' }
  | { does: 'conflict'; fields: string[] }

/**
 * What becomes of a file: `base` is what it said when it was last imported, `present` what the document says now,
 * `next` what the file says now. `sameFile`: its bytes are those of the last import.
 */
export function decide({
  base,
  present,
  next,
  sameFile,
  mode,
}: {
  base: TextState | undefined
  present: TextState | undefined
  next: TextState
  sameFile: boolean
  mode: ConflictMode | undefined
}): Decision {
  if (!present) return { does: 'create' }
  if (sameFile) return { does: 'leave' }
  if (differing(present, next).length === 0) return { does: 'adopt' }
  const changedHere = base ? differing(base, present) : differing(next, present)
  if (changedHere.length === 0 || mode === 'theirs') return { does: 'update' }
  return mode === 'ours' ? { does: 'adopt' } : { does: 'conflict', fields: changedHere }
}

/** The fields in which two states differ. A field that one of them does not know is no difference. */
export const differing = (one: TextState, other: TextState): string[] =>
  Object.keys(one).filter(
    (field) => field in other && JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  )
