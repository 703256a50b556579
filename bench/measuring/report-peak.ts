import { writeSync } from 'node:fs'

/** Loaded before a measured program. At its end, writes the most memory it held, in kilobytes, to its fourth pipe. */
process.once('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
