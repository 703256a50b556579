/**
 * What the product measures about itself. Rooms note it here, and the server prints it at `/metrics`. It lives beside all
 * copies of this file: those of Next's bundles and the server's own.
 */
type Measures = {
  /** Reads a value now: the name of the measure, then the value of its label. */
  gauges: Map<string, () => Record<string, number>>
  counts: Map<string, Map<string, number>>
}

const key = Symbol.for('terbit.measures')
const shared = globalThis as { [key]?: Measures }
shared[key] ??= { gauges: new Map(), counts: new Map() }
const measures = shared[key]

/** The names of the measures, each with its one label. */
export type GaugeName = 'pool' | 'transactions' | 'cardQueue'
export type CountName = 'cards'

/** Tells how to read a gauge: `{ idle: 3, waiting: 0 }`. A later reader of the same name replaces it. */
export function measure(name: GaugeName, read: () => Record<string, number>): void {
  measures.gauges.set(name, read)
}

/** Adds one to a count. */
export function countOne(name: CountName, label: string): void {
  const count = measures.counts.get(name) ?? new Map<string, number>()
  measures.counts.set(name, count.set(label, (count.get(label) ?? 0) + 1))
}

export const gaugeNow = (name: GaugeName): Record<string, number> => measures.gauges.get(name)?.() ?? {}

export const countNow = (name: CountName): Record<string, number> =>
  Object.fromEntries(measures.counts.get(name) ?? [])
