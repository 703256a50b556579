/** Compares by code unit, so that no setting of the machine changes an order. */
export const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
