import * as createContent from './20261122_000001_create_content'
import * as guardPublication from './20261122_000002_guard_publication'
import * as searchArticles from './20261125_000003_search_articles'
import * as keepTakenProjects from './20261125_000010_keep_taken_projects'
import * as orderMentions from './20261125_000011_order_mentions'
import * as searchByLanguage from './20261127_000012_search_by_language'
import * as redirectKeys from './20261128_000015_redirect_keys'
import * as keepEvents from './20261129_000020_keep_events'
import * as guardSignIn from './20261129_000040_guard_sign_in'
import * as countAttempts from './20261129_000041_count_attempts'
import * as keepSecondFactors from './20261129_000042_keep_second_factors'
import * as markFirstStart from './20261129_000050_mark_first_start'

/** Every migration, in the order in which they run. */
export const migrations = [
  { name: '20261122_000001_create_content', up: createContent.up, down: createContent.down },
  { name: '20261122_000002_guard_publication', up: guardPublication.up, down: guardPublication.down },
  { name: '20261125_000003_search_articles', up: searchArticles.up, down: searchArticles.down },
  { name: '20261125_000010_keep_taken_projects', up: keepTakenProjects.up, down: keepTakenProjects.down },
  { name: '20261125_000011_order_mentions', up: orderMentions.up, down: orderMentions.down },
  { name: '20261127_000012_search_by_language', up: searchByLanguage.up, down: searchByLanguage.down },
  { name: '20261128_000015_redirect_keys', up: redirectKeys.up, down: redirectKeys.down },
  { name: '20261129_000020_keep_events', up: keepEvents.up, down: keepEvents.down },
  { name: '20261129_000040_guard_sign_in', up: guardSignIn.up, down: guardSignIn.down },
  { name: '20261129_000041_count_attempts', up: countAttempts.up, down: countAttempts.down },
  {
    name: '20261129_000042_keep_second_factors',
    up: keepSecondFactors.up,
    down: keepSecondFactors.down,
  },
  { name: '20261129_000050_mark_first_start', up: markFirstStart.up, down: markFirstStart.down },
]
