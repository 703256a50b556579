import { guarded, guardedGlobal } from '@/access/guarded'
import { articles } from './articles'
import { authors } from './authors'
import { categories } from './categories'
import { media } from './media'
import { projects } from './projects'
import { redirects } from './redirects'
import { site } from './site'
import { sources } from './sources'
import { tags } from './tags'
import { users } from './users'

/** The collections in the order in which the admin panel lists them. */
export const collections = [
  articles,
  media,
  projects,
  categories,
  authors,
  tags,
  redirects,
  users,
  sources,
].map(guarded)

export const globals = [site].map(guardedGlobal)
