import { writeSync } from 'node:fs'

/**
 * Loaded before a measured program: when it ends, it says in kilobytes, on its fourth pipe, how much memory it held at
 * most.
 */
process.once('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)))
