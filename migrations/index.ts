import * as createContent from './20261122_000001_create_content'
import * as guardPublication from './20261122_000002_guard_publication'
import * as picturePlaceholder from './20261125_123625_picture_placeholder'

/** Every migration, in the order in which they run. */
export const migrations = [
  { name: '20261122_000001_create_content', up: createContent.up, down: createContent.down },
  { name: '20261122_000002_guard_publication', up: guardPublication.up, down: guardPublication.down },
  { name: '20261125_123625_picture_placeholder', up: picturePlaceholder.up, down: picturePlaceholder.down },
]
