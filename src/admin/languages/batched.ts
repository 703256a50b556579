/**
 * Combines single reads that are requested in the same turn of the event loop into one.
 *
 * @param read reads many ids at once. An id that is missing from its result reads as undefined.
 */
export function batched<Value>(
  read: (ids: string[]) => Promise<ReadonlyMap<string, Value>>,
): (id: string) => Promise<Value | undefined> {
  let asked: Set<string> | undefined
  let answer: Promise<ReadonlyMap<string, Value>> | undefined
  return async (id) => {
    if (!asked || !answer) {
      const batch = new Set<string>()
      asked = batch
      answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
        asked = undefined
        return read([...batch])
      })
    }
    const mine = answer
    asked.add(id)
    return (await mine).get(id)
  }
}
