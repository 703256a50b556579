import enSite from '../../locales/en/site.json'
import idSite from '../../locales/id/site.json'
import type { Locale } from './locales'

/** Every catalogue by language and namespace. The types take their keys from the English one. */
export const catalogues = {
  id: { site: idSite },
  en: { site: enSite },
} satisfies Record<Locale, Record<string, object>>

export type Namespace = keyof (typeof catalogues)['en']

type Join<Prefix extends string, Key extends string> = Prefix extends '' ? Key : `${Prefix}.${Key}`

type Singular<Key extends string> = Key extends `${infer Stem}_${Intl.LDMLPluralRule}` ? Stem : Key

type Paths<Catalogue, Prefix extends string = ''> = {
  [Key in keyof Catalogue & string]: Catalogue[Key] extends string
    ? Singular<Join<Prefix, Key>>
    : Paths<Catalogue[Key], Join<Prefix, Key>>
}[keyof Catalogue & string]

/** The keys of a namespace, with dots. Plurals are named without their category: `count_one` -> `articles.count`. */
export type MessageKey<Name extends Namespace> = Paths<(typeof catalogues)['en'][Name]>
