import { ensurePrograms } from './start/programs.ts'

/** The program that `npm start` runs first. It has a process of its own, so that none of its memory stays. */
await ensurePrograms()
