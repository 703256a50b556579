import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { fixture } from '../site'
import { provesExport } from './proves-export'

describe('a site of every shape', () => provesExport(fixture('site')))

describe('a small blog', () =>
  provesExport(fileURLToPath(new URL('../../../fixtures/docusaurus-site', import.meta.url))))
