import * as migration_20261122_000001_create_content from './20261122_000001_create_content'
import * as migration_20261122_000002_guard_publication from './20261122_000002_guard_publication'
import * as migration_20261125_122206_card_layout from './20261125_122206_card_layout'

export const migrations = [
  {
    up: migration_20261122_000001_create_content.up,
    down: migration_20261122_000001_create_content.down,
    name: '20261122_000001_create_content',
  },
  {
    up: migration_20261122_000002_guard_publication.up,
    down: migration_20261122_000002_guard_publication.down,
    name: '20261122_000002_guard_publication',
  },
  {
    up: migration_20261125_122206_card_layout.up,
    down: migration_20261125_122206_card_layout.down,
    name: '20261125_122206_card_layout',
  },
]
