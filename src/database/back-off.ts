/** Is told how many milliseconds something lived. Returns how long to wait before the next start, or undefined to give up. */
export type BackOff = (lived: number) => number | undefined

/**
 * Decides about starting again what died: after a pause that doubles each time, and no more after `attempts` deaths in a
 * row. What lived for a minute begins a new row.
 */
export function backOff({ first = 500, attempts = 5, steady = 60_000 } = {}): BackOff {
  let deaths = 0
  return (lived) => {
    deaths = lived >= steady ? 1 : deaths + 1
    return deaths > attempts ? undefined : first * 2 ** (deaths - 1)
  }
}
