import { ensureBuild } from './start/build'

/** `npm run build`: the build that `npm start` would make, where there is none of this source yet. */
await ensureBuild((step) => console.log(`${step} …`))
