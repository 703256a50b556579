/**
 * Tells whether something that was thrown is an error of this class: `isNamed<BusyError>(error, 'BusyError')`. The name is
 * compared, and not the class: each of Next's bundles and the server's own modules have a copy of a class, and
 * `instanceof` does not recognize an error of another copy.
 */
export const isNamed = <E extends Error>(error: unknown, name: E['name']): error is E =>
  error instanceof Error && error.name === name
