import { publishableArticles } from './articles'
import { publishableProjects } from './projects'
import type { Publishable, PublishedCollection } from './publishable'

/** What each published collection needs, by its name. */
export const publishables: Record<PublishedCollection, Publishable> = {
  articles: publishableArticles,
  projects: publishableProjects,
}
