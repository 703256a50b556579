import { ensurePrograms } from './start/programs.ts'

/** What `npm start` runs first, in a process of its own so that no memory of it stays. */
await ensurePrograms()
