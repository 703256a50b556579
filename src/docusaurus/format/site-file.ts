/** A file of the site that was read. `path` is relative to the site's folder and uses slashes. */
export type ReadFile = { path: string; bytes: Uint8Array }

/** A file of the site. One that could not be read says why. */
export type SiteFile = ReadFile | { path: string; refused: { code: string; message: string } }
