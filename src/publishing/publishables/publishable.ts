import type { PayloadRequest } from 'payload'
import type { Address } from '@/site/hrefs'
import type { Need } from '../write/gates'

/** The collections whose languages are published apart. */
export type PublishedCollection = 'articles' | 'projects'

export type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Everything that differs between published collections. The rest is the same for all of them. */
export type Publishable = {
  collection: PublishedCollection
  /** The field that names a document, and that its address is proposed from. */
  title: { field: 'title' | 'name'; localized: boolean }
  /**
   * If `localized`, each language has an address of its own, and no two documents may be published at the same one. If
   * not, all languages share one address, in a unique field.
   */
  slug: { localized: boolean }
  /** The localized columns that tell whether a language was begun. */
  words: { text: readonly string[]; richText: readonly string[] }
  /** The fields that a language must have before it is published. */
  needs: readonly Need[]
  /** Whether the blocks of its body have identities. */
  identifiesBlocks: boolean
  /** Whether the first publication of a language sets its `publishedAt`. */
  datesPublication: boolean
  /** Keeps the addresses that a document has left. If absent, they answer 404. */
  formerAddresses?: FormerAddresses
  /** Reads the cache tags of the pages that show a document, whose present and former addresses are given. */
  tagsOf: (req: Transaction, document: { id: string; addresses: readonly Address[] }) => Promise<string[]>
}

/** Redirects from the addresses that a document has left. */
export type FormerAddresses = {
  of: (req: Transaction, id: string) => Promise<Address[]>
  keep: (
    req: Transaction,
    id: string,
    online: { before: readonly Address[]; after: readonly Address[] },
  ) => Promise<void>
  forget: (req: Transaction, id: string) => Promise<void>
}
