import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'

/** A category of the directory. */
export type KnownCategory = { id: string; name: Localized<string>; parent?: string }

/** A project's place in a category, and the article and block that said so first. */
export type KnownMembership = {
  category: string
  summary: Localized<string>
  sourceArticle?: string
  sourceBlock?: string
}

/** A project as its newest draft has it. */
export type KnownProject = {
  id: string
  name: string
  aliases: readonly string[]
  website?: string
  memberships: readonly KnownMembership[]
}

/** A row of an article, as it was when the article's projects were taken last. */
export type TakenRow = {
  locale: Locale
  project: string
  category: string
  name: string
  /** The headings above it, as they were written. */
  headings: readonly string[]
  summary: string
}

/** The directory, and what was taken from an article before. The article's projects are compared with it. */
export type Known = {
  article: string | undefined
  projects: readonly KnownProject[]
  categories: readonly KnownCategory[]
  taken: readonly TakenRow[]
}
