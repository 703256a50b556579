import { type Locale, locales } from '@/i18n/locales'
import { type Localized, localizedEntries } from '@/i18n/localized'
import type { AlignedRow } from './align'
import type { Known, KnownCategory } from './known'

/** A category of some rows. It has an id if the directory has it already. */
export type RowCategory = {
  key: string
  id?: string
  parent?: RowCategory
  name: Localized<string>
  /** The names that the directory does not have yet. */
  lacking: Localized<string>
}

type Headings = readonly string[]

/**
 * The categories of aligned rows, in order, parents first. A category of the directory is found by the headings from
 * which it was taken, else by its name in one of the languages. It keeps the names that it has.
 */
export class RowCategories {
  readonly all: RowCategory[] = []
  readonly #known: Known
  readonly #byHeadings = new Map<string, RowCategory>()

  constructor(rows: readonly AlignedRow[], known: Known) {
    this.#known = known
    for (const row of rows) this.#learn(row)
  }

  of(row: AlignedRow): RowCategory {
    for (const locale of locales) {
      const found = row[locale] && this.#byHeadings.get(keyOf(locale, row[locale].category))
      if (found) return found
    }
    throw new Error('Expected the category of a row that was learnt.')
  }

  #learn(row: AlignedRow) {
    const depth = Math.min(...locales.flatMap((locale) => row[locale]?.category.length ?? []))
    let parent: RowCategory | undefined
    for (let level = 1; level <= depth; level += 1) {
      const headings: Localized<Headings> = {}
      for (const locale of locales) {
        const written = row[locale]?.category
        if (written) headings[locale] = level === depth ? written : written.slice(0, level)
      }
      parent = this.#category(headings, parent)
    }
  }

  #category(headings: Localized<Headings>, parent: RowCategory | undefined): RowCategory {
    const written = localizedEntries(headings)
    const learnt = written.map(([locale, path]) => this.#byHeadings.get(keyOf(locale, path))).find(Boolean)
    const category = learnt ?? this.#begin(headings, parent)
    for (const [locale, path] of written) {
      const name = path.at(-1) ?? ''
      const key = keyOf(locale, path)
      if (!this.#byHeadings.has(key)) this.#byHeadings.set(key, category)
      if (category.name[locale]) continue
      category.name[locale] = name
      category.lacking[locale] = name
    }
    return category
  }

  #begin(headings: Localized<Headings>, parent: RowCategory | undefined): RowCategory {
    const known = this.#taken(headings) ?? this.#named(headings, parent)
    const begun: RowCategory = {
      key: JSON.stringify(headings),
      ...(known ? { id: known.id } : {}),
      ...(parent ? { parent } : {}),
      name: { ...known?.name },
      lacking: {},
    }
    this.all.push(begun)
    return begun
  }

  /** The category that was taken from these headings before. An editor may have renamed or moved it since. */
  #taken(headings: Localized<Headings>): KnownCategory | undefined {
    for (const [locale, path] of localizedEntries(headings)) {
      const row = this.#known.taken.find(
        (taken) => taken.locale === locale && JSON.stringify(taken.headings) === JSON.stringify(path),
      )
      const found = row && this.#known.categories.find(({ id }) => id === row.category)
      if (found) return found
    }
    return undefined
  }

  #named(headings: Localized<Headings>, parent: RowCategory | undefined): KnownCategory | undefined {
    if (parent && !parent.id) return undefined
    const below = this.#known.categories.filter((category) => category.parent === parent?.id)
    return below.find((category) =>
      localizedEntries(headings).some(([locale, path]) => same(category.name[locale], path.at(-1))),
    )
  }
}

const keyOf = (locale: Locale, headings: Headings) => JSON.stringify([locale, headings])

const same = (one: string | undefined, other: string | undefined) =>
  one !== undefined && one.toLowerCase() === other?.toLowerCase()
