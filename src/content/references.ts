type Reference = string | { id: string }

/** The id that a relation holds, whether it was populated or not. */
export function idOf(reference: Reference): string
export function idOf(reference: Reference | null | undefined): string | undefined
export function idOf(reference: Reference | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id
}

export const idsOf = (references: readonly Reference[] | null | undefined): string[] =>
  (references ?? []).map((reference) => idOf(reference))
