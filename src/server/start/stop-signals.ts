/**
 * Milliseconds within which signals count as one. A single Ctrl-C arrives more than once: from the terminal, and from npm;
 * a service manager may tell the whole group.
 */
const oneStop = 500

/** Calls `stop` at the first of these signals, and `atOnce` when somebody asks again. */
export function onStopSignals(
  signals: readonly NodeJS.Signals[],
  { stop, atOnce }: { stop: () => void; atOnce: () => void },
): void {
  let asked: number | undefined
  for (const signal of signals)
    process.on(signal, () => {
      if (asked === undefined) {
        asked = performance.now()
        stop()
      } else if (performance.now() - asked > oneStop) atOnce()
    })
}
