import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { merge, type Winner } from '@/merge/merge'
import { type AlignedRow, alignRows } from './align'
import { RowCategories, type RowCategory } from './categories'
import type { ProjectRow } from './extract'
import type { Known, KnownMembership, KnownProject } from './known'
import { mayBeOne, probablyMeant } from './names'

/** A row of the article and its language. */
export type Place = { locale: Locale; row: ProjectRow }

export type Warning = {
  code: 'names-alike' | 'name-odd' | 'name-differs' | 'one-language' | 'gone'
  name: string
  /** The other name that the warning is about, if there is one. */
  other?: string
  place?: Place
}

/** A summary that was changed both here and in the article. */
type Conflict = { name: string; place: Place; here: string; article: string }

type ProposedMembership = {
  category: RowCategory
  /** Whether the project is new in this category. */
  adds: boolean
  /** The summaries to write, in the languages in which they change. */
  summary: Localized<string>
  /** The id of the list item, in the article's source language if that has the row. */
  block?: string
}

export type ProposedProject = {
  id?: string
  name: string
  website?: string
  does: 'created' | 'updated' | 'unchanged'
  memberships: ProposedMembership[]
}

/** A row that was taken. It is remembered when the rest is written. */
type Taking = { locale: Locale; row: ProjectRow; project: ProposedProject; category: RowCategory }

export type Proposal = {
  categories: readonly RowCategory[]
  projects: ProposedProject[]
  conflicts: Conflict[]
  warnings: Warning[]
  takings: Taking[]
}

/**
 * Proposes what the projects of an article become: new entries, further places of entries, or newer summaries. A
 * summary is merged from three states, as an imported file is (decision 070): what the article said when its projects
 * were taken last, what stands here, and what the article says now. Two different names are never one project.
 */
export function proposeProjects(
  texts: Localized<readonly ProjectRow[]>,
  { source, known, winner }: { source: Locale; known: Known; winner?: Winner | undefined },
): Proposal {
  const rows = alignRows(texts, source)
  const categories = new RowCategories(rows, known)
  const proposal: Proposal = {
    categories: categories.all,
    projects: [],
    conflicts: [],
    warnings: [],
    takings: [],
  }
  const proposed = new Map<string, ProposedProject>()
  const places = new Map<ProposedProject, Place>()
  for (const aligned of rows) {
    const place = placeOf(aligned, source)
    const present = projectOf(place, known)
    const { name } = present ?? place.row
    const key = present?.id ?? `new ${name}`
    const project = proposed.get(key) ?? begun(place.row, present)
    if (!proposed.has(key)) proposal.projects.push(project)
    proposed.set(key, project)
    if (!places.has(project)) places.set(project, place)
    const category = categories.of(aligned)
    takeMembership({ aligned, place, project, present, category, known, winner }, proposal)
    proposal.warnings.push(...warningsOf(aligned, place, { source, texts, name }))
  }
  proposal.warnings.push(...alikeNames(places, known), ...goneFrom(rows, known))
  return proposal
}

const placeOf = (aligned: AlignedRow, source: Locale): Place => {
  const locale = aligned[source] ? source : (locales.find((other) => aligned[other]) ?? source)
  const row = aligned[locale]
  if (!row) throw new Error('Expected a row in one of the languages.')
  return { locale, row }
}

/** The project of a row: the one that it was taken for before, whatever its name is now, else the one of this name. */
function projectOf({ locale, row }: Place, { projects, taken }: Known): KnownProject | undefined {
  const before = taken.filter((one) => one.locale === locale && one.name === row.name)
  const here =
    before.find(({ headings }) => JSON.stringify(headings) === JSON.stringify(row.category)) ?? before[0]
  return (
    projects.find(({ id }) => id === here?.project) ??
    projects.find(({ name }) => name === row.name) ??
    projects.find(({ aliases }) => aliases.includes(row.name))
  )
}

const begun = ({ name, website }: ProjectRow, present: KnownProject | undefined): ProposedProject => ({
  ...(present ? { id: present.id } : {}),
  name: present?.name ?? name,
  ...(website && !present ? { website } : {}),
  does: present ? 'unchanged' : 'created',
  memberships: [],
})

type Row = {
  aligned: AlignedRow
  place: Place
  project: ProposedProject
  present: KnownProject | undefined
  category: RowCategory
  known: Known
  winner: Winner | undefined
}

function takeMembership(
  { aligned, place, project, present, category, known, winner }: Row,
  { conflicts, takings }: Proposal,
) {
  // If a project is listed twice in one category, the first row counts.
  if (takings.some((one) => one.project === project && one.category === category)) return
  const membership = present?.memberships.find((one) => one.category === category.id)
  const summary: Localized<string> = {}
  for (const locale of locales) {
    const row = aligned[locale]
    if (!row) continue
    const base = known.taken.find(
      (one) => one.locale === locale && one.project === present?.id && one.category === category.id,
    )?.summary
    const becomes = decide({ base, membership, locale, next: row.summary, known, winner })
    const here = membership?.summary[locale] ?? ''
    if (becomes === 'conflict')
      conflicts.push({ name: project.name, place: { locale, row }, here, article: row.summary })
    if (becomes === 'write') summary[locale] = row.summary
    if (becomes === 'write' || becomes === 'keep') takings.push({ locale, row, project, category })
  }
  const block = place.row.blockId
  const adds = !membership && Object.keys(summary).length > 0
  const moves =
    membership !== undefined &&
    isFrom(membership, known) &&
    block !== undefined &&
    membership.sourceBlock !== block
  if (!adds && !moves && Object.keys(summary).length === 0) return
  project.memberships.push({ category, adds, summary, ...(block ? { block } : {}) })
  if (project.does === 'unchanged') project.does = 'updated'
}

/**
 * Decides what becomes of a summary. `keep`: what stands here stays, and the article is compared with what it says now
 * from then on. `leave`: what stands here stays, and nothing is remembered of the article.
 */
function decide({
  base,
  membership,
  locale,
  next,
  known,
  winner,
}: {
  base: string | undefined
  membership: KnownMembership | undefined
  locale: Locale
  next: string
  known: Known
  winner: Winner | undefined
}): 'write' | 'keep' | 'leave' | 'conflict' {
  const ours = membership?.summary[locale] || undefined
  // Another article said it first, in its own words, which no winner takes away.
  const saidElsewhere =
    base === undefined && membership?.sourceArticle !== undefined && !isFrom(membership, known)
  const rule = { winner: saidElsewhere ? 'ours' : winner } as const
  switch (merge<string | undefined>({ base, ours, theirs: next }, rule)) {
    case 'theirs':
      return 'write'
    case 'ours':
      return saidElsewhere ? 'leave' : 'keep'
    case 'same':
      return 'keep'
    case 'conflict':
      return 'conflict'
  }
}

const isFrom = ({ sourceArticle }: KnownMembership, { article }: Known) =>
  article !== undefined && sourceArticle === article

function warningsOf(
  aligned: AlignedRow,
  place: Place,
  { source, texts, name }: { source: Locale; texts: Localized<unknown>; name: string },
): Warning[] {
  const warnings: Warning[] = []
  const written = place.row.name
  const meant = probablyMeant(written)
  if (meant !== undefined && name === written)
    warnings.push({ code: 'name-odd', name: written, other: meant, place })
  for (const locale of locales) {
    if (locale === place.locale || !texts[locale]) continue
    const twin = aligned[locale]
    if (!twin) warnings.push({ code: 'one-language', name: written, place })
    else if (twin.name !== written && place.locale === source)
      warnings.push({ code: 'name-differs', name: written, other: twin.name, place: { locale, row: twin } })
  }
  return warnings
}

/** Warns of names in the article that may mean the same as another name there, or as a project of the directory. */
function alikeNames(places: ReadonlyMap<ProposedProject, Place>, { projects }: Known): Warning[] {
  const listed = [...places.keys()]
  const ids = new Set(listed.map(({ id }) => id))
  const elsewhere = projects
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ name, aliases }) => [name, ...aliases])
  return [...places].flatMap(([project, place], index) => {
    const { name } = project
    const aliases = projects.find(({ id }) => id === project.id)?.aliases ?? []
    return [...listed.slice(0, index).map((other) => other.name), ...elsewhere]
      .filter((other) => !aliases.includes(other) && mayBeOne(name, other))
      .map((other): Warning => ({ code: 'names-alike', name, other, place }))
  })
}

/** Warns of projects that were taken from the article and are no longer in it. They stay in the directory. */
function goneFrom(rows: readonly AlignedRow[], { taken }: Known): Warning[] {
  const now = new Set(rows.flatMap((row) => locales.flatMap((locale) => row[locale]?.name ?? [])))
  const gone = new Set(taken.filter(({ name }) => !now.has(name)).map(({ name }) => name))
  return [...gone].map((name) => ({ code: 'gone', name }))
}
