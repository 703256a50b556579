import { articles } from './articles'
import { projects } from './projects'
import type { Publishable, PublishedCollection } from './publishable'

/** What each published collection needs, by its name. */
export const publishables: Record<PublishedCollection, Publishable> = { articles, projects }
