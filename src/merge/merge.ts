/** The side that wins where both have changed: what stands here, or what comes in. */
export type Winner = 'ours' | 'theirs'

export const winners = ['ours', 'theirs'] as const satisfies readonly Winner[]

/** Three states of one thing: as both sides last knew it, as it stands here, and as it comes in. */
export type Sides<Value> = { base: Value; ours: Value; theirs: Value }

/** `same`: both sides say the same already, so that nothing has to be done. */
export type Merged = 'same' | Winner | 'conflict'

type MergeRule<Value> = {
  /** Whether two states say the same. By default, whether they are the same as JSON. */
  same?: (one: Value, other: Value) => boolean
  /**
   * Whether the incoming side has changed. A caller may know it by other means, such as the hash of a file. By default,
   * it has changed if it differs from the base.
   */
  theirsChanged?: boolean
  /** Without a winner, what both sides have changed is a conflict. */
  winner: Winner | undefined
}

/**
 * The three-way merge of one unit: the side that has changed is taken, and the winner where both have.
 *
 *     base a, ours a, theirs b -> theirs
 *     base a, ours b, theirs a -> ours
 *     base a, ours b, theirs b -> same
 *     base a, ours b, theirs c -> the winner, else conflict
 */
export function merge<Value>({ base, ours, theirs }: Sides<Value>, rule: MergeRule<Value>): Merged {
  const { same = sameJson, winner } = rule
  if (same(ours, theirs)) return 'same'
  if (!(rule.theirsChanged ?? !same(theirs, base))) return 'ours'
  if (same(ours, base)) return 'theirs'
  return winner ?? 'conflict'
}

/** The fields that change here, with their new values, and those that both sides have changed and no winner settles. */
type MergedFields<Fields> = { changes: Partial<Fields>; conflicts: (keyof Fields & string)[] }

/**
 * Merges the fields of a record, each as a unit of its own. A field that the incoming side does not have is left as it
 * stands here.
 *
 *     base { a: 1, b: 1 }, ours { a: 1, b: 2 }, theirs { a: 3, b: 1 } -> changes { a: 3 }
 */
export function mergeFields<Fields extends Record<string, unknown>>(
  { base, ours, theirs }: Sides<Partial<Fields> | undefined>,
  rule: Pick<MergeRule<unknown>, 'same' | 'winner'>,
): MergedFields<Fields> {
  const merged: MergedFields<Fields> = { changes: {}, conflicts: [] }
  for (const field of Object.keys(theirs ?? {}) as (keyof Fields & string)[]) {
    const sides = { base: base?.[field], ours: ours?.[field], theirs: theirs?.[field] }
    const becomes = merge<unknown>(sides, rule)
    if (becomes === 'theirs') merged.changes[field] = sides.theirs
    if (becomes === 'conflict') merged.conflicts.push(field)
  }
  return merged
}

/** Compares as JSON; `undefined` and `null` are both nothing. */
const sameJson = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
