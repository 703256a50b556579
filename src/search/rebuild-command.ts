import { boot } from '@/server/start/boot'
import { rebuild } from './catch-up'

/** `npm run search:rebuild` makes the search index again, with or without a running server. */
const { payload, stop } = await boot((step) => console.error(`${step} …`))
try {
  const entries = await rebuild(payload, (step) => console.error(`${step} …`))
  console.log(`The search knows ${entries} texts.`)
} finally {
  await stop()
}
