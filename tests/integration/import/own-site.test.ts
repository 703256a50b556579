import { withPayload } from '../../support/payload'
import { provesImport } from './proves-import'
import { ownSite } from './sites'

const terbit = withPayload()

provesImport(terbit, { dir: ownSite, online: { en: 3, id: 2 }, raw: 4 })
