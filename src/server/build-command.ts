import { ensureBuild } from './start/build'
import { ensurePrograms } from './start/programs.ts'

/** `npm run build`: the build that `npm start` would make, where there is none of this source yet. */
await ensurePrograms()
await ensureBuild((step) => console.log(`${step} …`))
