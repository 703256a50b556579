import { publishableArticles } from './articles'
import { publishableProjects } from './projects'
import type { Publishable, PublishedCollection } from './publishable'

/** The definition of each published collection, by its name. */
export const publishables: Record<PublishedCollection, Publishable> = {
  articles: publishableArticles,
  projects: publishableProjects,
}
