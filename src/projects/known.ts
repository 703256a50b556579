import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'

/** A category of the directory, in both languages. */
export type KnownCategory = { id: string; name: Localized<string>; parent?: string }

/** A project's place in a category, and where that was said first. */
export type KnownMembership = {
  category: string
  summary: Localized<string>
  sourceArticle?: string
  sourceBlock?: string
}

/** A project as it is now, newest drafts included. */
export type KnownProject = {
  id: string
  name: string
  aliases: readonly string[]
  website?: string
  memberships: readonly KnownMembership[]
}

/** What an article said of a project in a language when its projects were taken last. */
export type TakenRow = {
  locale: Locale
  project: string
  category: string
  name: string
  /** The headings above, as they were written. */
  headings: readonly string[]
  summary: string
}

/** Everything that the projects of an article are compared with. */
export type Known = {
  article: string | undefined
  projects: readonly KnownProject[]
  categories: readonly KnownCategory[]
  taken: readonly TakenRow[]
}
