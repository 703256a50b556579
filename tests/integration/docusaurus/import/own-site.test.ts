import { withPayload } from '../../../support/postgres/payload'
import { ownSite } from '../sites'
import { provesImport } from './proves-import'

const terbit = withPayload()

provesImport(terbit, { dir: ownSite, online: { en: 3, id: 2 }, raw: 4 })
