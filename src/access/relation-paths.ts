import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  SanitizedConfig,
  SanitizedGlobalConfig,
} from 'payload'
import { isLocale } from '@/i18n/locales'
import { badRequest, openTerms } from './comparisons'
import { conditions, pathsOfSort } from './visitors'

/** Fields that Payload adds to documents and versions, and may leave out of the list of fields. */
const added = ['id', '_id', 'createdAt', 'updatedAt', '_status', 'parent', 'latest', 'autosave', 'snapshot']

/** The fields that may be named behind a relation: the id of any document, and the other fields of terms alone. */
const behindRelation = ['id', 'slug', 'name']

type Query = { where?: unknown; sort?: unknown; field?: unknown }

/**
 * Refuses filters and sorts that look behind a relation or into a hidden field. Payload checks neither the access rules
 * of the other collection nor hidden fields, so `where[createdBy.email][like]=…` would give an email away letter by
 * letter. Applies to everybody, the admin panel's own lists included: these filter by fields of the document itself.
 */
const refuseForeignPaths: CollectionBeforeOperationHook = ({ args, collection, overrideAccess }) => {
  if (!overrideAccess) assertOwnPaths(args as Query, collection.flattenedFields)
  return args
}

/** Adds the check to every collection, Payload's own included, and to the versions of every global. */
export async function withOwnPaths(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { hooks } of config.collections)
    hooks.beforeOperation = [refuseForeignPaths, ...(hooks.beforeOperation ?? [])]
  for (const global of config.globals) global.access = guardedVersions(global.access, global.flattenedFields)
  return config
}

/** The address at which the versions of a global are listed. */
const versionsOfGlobal = /\/globals\/[^/]+\/versions\/?$/

/** Payload runs no hook before it lists the versions of a global, but asks this rule. */
function guardedVersions(
  access: SanitizedGlobalConfig['access'],
  fields: FlattenedField[],
): SanitizedGlobalConfig['access'] {
  const { readVersions } = access
  return {
    ...access,
    readVersions: (asking) => {
      const { pathname = '', query } = asking.req
      // Payload asks this rule also for pages and for `/api/access`, whose queries are about other things.
      if (versionsOfGlobal.test(pathname)) assertOwnPaths((query ?? {}) as Query, fields)
      return readVersions(asking)
    },
  }
}

/** @throws APIError 400 that names the path */
function assertOwnPaths({ where, sort, field }: Query, fields: FlattenedField[]): void {
  const named = typeof field === 'string' ? [field] : []
  for (const path of [...named, ...pathsOfSort(sort)]) assertOwnPath(path, fields)
  for (const [path, comparison] of conditions(where)) {
    assertOwnPath(path, fields)
    if (Object.values(comparison ?? {}).some(isNested))
      throw badRequest(`Expected a value in \`where[${path}]\`, got conditions about other documents.`)
  }
}

function assertOwnPath(path: string, fields: FlattenedField[]): void {
  if (path === '') return
  // Payload reads `createdBy__email` as `createdBy.email`.
  const segments = path.replaceAll('__', '.').split('.')
  const own = segments[0] === 'version' ? segments.slice(1) : segments
  if (isOwn(own, fields) || isOwn(segments, fields)) return
  throw badRequest(
    `\`${path}\` cannot be filtered or sorted by: expected a field of the document itself, or the slug or name of its ${openTerms.join(', ')}.`,
  )
}

function isOwn([name = '', ...rest]: string[], fields: FlattenedField[]): boolean {
  const field = fields.find((one) => 'name' in one && one.name === name)
  if (!field) return rest.length === 0 && added.includes(name)
  if ('hidden' in field && field.hidden) return false
  const [next = ''] = rest
  const within = 'localized' in field && field.localized && isLocale(next) ? rest.slice(1) : rest
  if (within.length === 0) return true
  if (field.type === 'blocks') {
    const blocks = field.blocks.flatMap((block) => block.flattenedFields)
    return within[0] === 'blockType' || isOwn(within, blocks)
  }
  if ('flattenedFields' in field) return isOwn(within, field.flattenedFields)
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  const allowed = Array.isArray(field.relationTo)
    ? ['value', 'relationTo']
    : behindRelation.slice(0, openTerms.includes(field.relationTo) ? undefined : 1)
  return within.length === 1 && allowed.includes(within[0] ?? '')
}

/** Conditions about related documents, as in `{ contains: { email: … } }`. A long list is parsed as `{ 0: …, 1: … }`. */
const isNested = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) ? value.some(isNested) : Object.keys(value).some((key) => !/^\d+$/.test(key)))
