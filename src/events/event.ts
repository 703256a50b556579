import type { Locale } from '@/i18n/locales'

/** A collection without drafts: what is saved is online. */
export type TermCollection = 'authors' | 'categories' | 'media' | 'tags'

/**
 * What happened to which document in which language. `locale` is null where every language is concerned, `document`
 * where there is none (a global) or many. The check `events_happening` of the table says the same.
 *
 * - `published`: the language went online. `updated`: it was online already, with other words.
 * - `unpublished`: the language is not online now. It may not have been before either.
 */
export type Happening =
  | {
      collection: 'articles' | 'projects'
      document: string
      locale: Locale
      what: 'published' | 'updated' | 'unpublished'
    }
  | { collection: 'articles' | 'projects'; document: string; locale: null; what: 'deleted' }
  | { collection: TermCollection; document: string; locale: null; what: 'created' | 'updated' | 'deleted' }
  | { collection: 'redirects'; document: null; locale: null; what: 'created' }
  | { collection: 'site'; document: null; locale: null; what: 'updated' }

/** Facts that a consumer could not find out afterwards. */
export type Details = {
  /** The cache tags of the pages that show other words now, which name addresses that may be gone. */
  tags: readonly string[]
}

/** A row of the table `events`. */
export type RecordedEvent = Happening & {
  id: string
  /** Its place in the order of the commits, a whole number. */
  position: string
  /** The time of the commit by the database's clock. */
  writtenAt: string
  /** The id of the user who did it; null where a command or nobody did. */
  actor: string | null
  details: Details
}
