import * as createContent from './20261122_000001_create_content'
import * as guardPublication from './20261122_000002_guard_publication'
import * as searchArticles from './20261125_000003_search_articles'
import * as seoOverrides from './20261125_125132_seo_overrides'

/** Every migration, in the order in which they run. */
export const migrations = [
  { name: '20261122_000001_create_content', up: createContent.up, down: createContent.down },
  { name: '20261122_000002_guard_publication', up: guardPublication.up, down: guardPublication.down },
  { name: '20261125_000003_search_articles', up: searchArticles.up, down: searchArticles.down },
  { name: '20261125_125132_seo_overrides', up: seoOverrides.up, down: seoOverrides.down },
]
