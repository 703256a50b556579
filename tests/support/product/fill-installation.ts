import { seedEmptyDatabase } from '@/demonstration/seed'
import { boot } from '@/server/start/boot'

/** This program migrates the database of its settings and puts the demonstration magazine into it. */
const { payload, stop } = await boot(() => undefined)
await seedEmptyDatabase(payload, () => undefined)
await stop()
