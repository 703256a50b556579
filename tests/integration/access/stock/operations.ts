import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { type Answer, type Ask, rest, type Session } from '../../../support/product/rest'
import { picture, type State, type Subject, sampleDocument } from './documents'
import type { People } from './people'

/** A document with its owner and state. */
export type Target = Subject & { id: string }

type Doing = {
  collection: string
  payload: Payload
  people: People
  session: Session | undefined
  locale: Locale
}

export type Operation = {
  /** The endpoint of the operation, as Payload's config names it. */
  endpoint: string
  /** The states of the documents it acts on, one by one or, with `together`, at once. Empty if it makes a new one. */
  to: State[]
  together?: boolean
  /** True when the operation changes its documents, so that later ones need new documents. */
  spoils?: boolean
  ask(doing: Doing, targets: Target[]): Promise<Answer>
}

const idsIn = (targets: Target[]) => targets.map(({ id }, n) => `where[id][in][${n}]=${id}`).join('&')
const first = (targets: Target[]): string => targets[0]?.id ?? 'none'

type Sent = Omit<Ask, 'as' | 'locale'>

const send = (
  { collection, session, locale }: Doing,
  method: Parameters<typeof rest>[0],
  path: string,
  ask: Sent = {},
): Promise<Answer> => rest(method, `/${collection}${path}`, { as: session, locale, ...ask })

/** A change to the texts of one language. */
const change: Record<string, Record<string, unknown>> = {
  articles: { description: 'Changed' },
  projects: { summary: 'Changed' },
  authors: { title: 'Changed' },
  tags: { description: 'Changed' },
  categories: {},
  media: { alt: 'Changed' },
  redirects: { locale: 'en' },
  users: { name: 'Changed' },
  sources: { sha256: 'changed' },
  'payload-kv': { data: { changed: true } },
  'payload-locked-documents': {},
  'payload-preferences': { value: { changed: true } },
}

async function versionOf({ collection, payload }: Doing, id: string): Promise<string> {
  if (!payload.collections[collection as CollectionSlug]?.config.versions) return id
  const { docs } = await payload.findVersions({
    collection: collection as never,
    where: { parent: { equals: id } },
    limit: 1,
  })
  return String(docs[0]?.id)
}

const patch =
  (body: (doing: Doing) => Record<string, unknown>, query = '') =>
  (doing: Doing, targets: Target[]) =>
    send(doing, 'PATCH', `/${first(targets)}`, { body: body(doing), query })

const changed = ({ collection }: Doing) => change[collection] ?? {}

/** All operations on a collection over REST. */
export const operations: Record<string, Operation> = {
  find: {
    endpoint: 'get /',
    to: ['draft', 'published'],
    together: true,
    ask: (doing, targets) => send(doing, 'GET', '', { query: `${idsIn(targets)}&depth=0&limit=50` }),
  },
  count: {
    endpoint: 'get /count',
    to: ['draft', 'published'],
    together: true,
    ask: (doing, targets) => send(doing, 'GET', '/count', { query: idsIn(targets) }),
  },
  'find one': {
    endpoint: 'get /:id',
    to: ['draft', 'published'],
    ask: (doing, targets) => send(doing, 'GET', `/${first(targets)}`, { query: 'depth=0' }),
  },
  create: {
    endpoint: 'post /',
    to: [],
    ask: async (doing) =>
      send(doing, 'POST', '', {
        body: await sampleDocument(doing.collection, doing.people),
        ...(doing.collection === 'media' ? { file: await picture() } : {}),
      }),
  },
  duplicate: {
    endpoint: 'post /:id/duplicate',
    to: ['draft'],
    spoils: true,
    ask: async (doing, targets) =>
      send(doing, 'POST', `/${first(targets)}/duplicate`, {
        body: await sampleDocument(doing.collection, doing.people),
      }),
  },
  update: { endpoint: 'patch /:id', to: ['draft'], ask: patch(changed) },
  autosave: { endpoint: 'patch /:id', to: ['draft'], ask: patch(changed, 'draft=true&autosave=true') },
  publish: {
    endpoint: 'patch /:id',
    to: ['draft'],
    spoils: true,
    ask: patch(() => ({ _status: 'published' })),
  },
  'publish all languages': {
    endpoint: 'patch /:id',
    to: ['draft'],
    spoils: true,
    ask: patch(() => ({ _status: 'published' }), 'publishAllLocales=true'),
  },
  unpublish: {
    endpoint: 'patch /:id',
    to: ['published'],
    spoils: true,
    ask: patch(() => ({ _status: 'draft' })),
  },
  'unpublish all languages': {
    endpoint: 'patch /:id',
    to: ['published'],
    spoils: true,
    ask: patch(() => ({ _status: 'draft' }), 'unpublishAllLocales=true'),
  },
  'replace the file': {
    endpoint: 'patch /:id',
    to: ['draft'],
    ask: async (doing, targets) =>
      send(doing, 'PATCH', `/${first(targets)}`, { body: { alt: 'Another' }, file: await picture() }),
  },
  'update many': {
    endpoint: 'patch /',
    to: ['draft'],
    together: true,
    ask: (doing, targets) =>
      send(doing, 'PATCH', '', { query: `${idsIn(targets)}&limit=50`, body: changed(doing) }),
  },
  delete: {
    endpoint: 'delete /:id',
    to: ['draft'],
    spoils: true,
    ask: (doing, targets) => send(doing, 'DELETE', `/${first(targets)}`),
  },
  'delete many': {
    endpoint: 'delete /',
    to: ['draft'],
    together: true,
    spoils: true,
    ask: (doing, targets) => send(doing, 'DELETE', '', { query: `${idsIn(targets)}&limit=50` }),
  },
  'find versions': {
    endpoint: 'get /versions',
    to: [],
    ask: (doing) => send(doing, 'GET', '/versions', { query: 'depth=0&limit=1' }),
  },
  'find one version': {
    endpoint: 'get /versions/:id',
    to: ['draft'],
    ask: async (doing, targets) => send(doing, 'GET', `/versions/${await versionOf(doing, first(targets))}`),
  },
  restore: {
    endpoint: 'post /versions/:id',
    to: ['draft'],
    ask: async (doing, targets) => send(doing, 'POST', `/versions/${await versionOf(doing, first(targets))}`),
  },
  'see states of languages': {
    endpoint: 'get /:id/languages',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'GET', `/${first(targets)}/languages`),
  },
  'see listed projects': {
    endpoint: 'get /:id/projects',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'GET', `/${first(targets)}/projects`),
  },
  'take listed projects': {
    endpoint: 'post /:id/projects',
    to: ['draft'],
    ask: async (doing, targets) => {
      const path = `/${first(targets)}/projects`
      const { json } = await send({ ...doing, session: doing.people.editor.session }, 'GET', path)
      return send(doing, 'POST', path, { body: { digest: json.digest } })
    },
  },
  'ask for own rights': {
    endpoint: 'post /access/:id?',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'POST', `/access/${first(targets)}`, { body: {} }),
  },
  'get the file': {
    endpoint: 'get /file/:filename',
    to: ['draft'],
    ask: async (doing, targets) => {
      const { filename } = await doing.payload.findByID({ collection: 'media', id: first(targets) })
      return send(doing, 'GET', `/file/${filename}`)
    },
  },
  'paste an address': {
    endpoint: 'get /paste-url/:id?',
    to: [],
    ask: (doing) => send(doing, 'GET', '/paste-url', { query: 'src=https://example.org/a.png' }),
  },
  unlock: {
    endpoint: 'post /unlock',
    to: [],
    ask: (doing) => send(doing, 'POST', '/unlock', { body: { email: doing.people.stranger.email } }),
  },
  'see sessions': {
    endpoint: 'get /:id/sessions',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'GET', `/${first(targets)}/sessions`),
  },
  'end sessions': {
    endpoint: 'delete /:id/sessions',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'DELETE', `/${first(targets)}/sessions`),
  },
  'end one session': {
    endpoint: 'delete /:id/sessions/:session',
    to: ['draft'],
    ask: async (doing, targets) => {
      const session = randomUUID()
      await query(
        doing.payload,
        sql`insert into users_sessions (_order, _parent_id, id, created_at, expires_at)
            values (99, ${first(targets)}, ${session}, now(), now() + interval '1 hour')`,
      )
      return send(doing, 'DELETE', `/${first(targets)}/sessions/${session}`)
    },
  },
  'export what is kept': {
    endpoint: 'get /:id/export',
    to: ['draft'],
    ask: (doing, targets) => send(doing, 'GET', `/${first(targets)}/export`),
  },
  erase: {
    endpoint: 'post /:id/erase',
    to: ['draft'],
    spoils: true,
    ask: (doing, targets) => send(doing, 'POST', `/${first(targets)}/erase`, { body: {} }),
  },
  'read a preference': {
    endpoint: 'get /:key',
    to: [],
    ask: (doing) => send(doing, 'GET', '/language'),
  },
  'set a preference': {
    endpoint: 'post /:key',
    to: [],
    ask: (doing) => send(doing, 'POST', '/language', { body: { value: 'id' } }),
  },
  'drop a preference': {
    endpoint: 'delete /:key',
    to: [],
    ask: (doing) => send(doing, 'DELETE', '/language'),
  },
}

/** All operations on a global over REST. */
export const globalOperations: Record<string, Operation> = {
  read: { endpoint: 'get /', to: [], ask: (doing) => send(doing, 'GET', '') },
  write: {
    endpoint: 'post /',
    to: [],
    ask: (doing) => send(doing, 'POST', '', { body: { tagline: 'Changed' } }),
  },
  'read versions': { endpoint: 'get /versions', to: [], ask: (doing) => send(doing, 'GET', '/versions') },
  'read one version': {
    endpoint: 'get /versions/:id',
    to: [],
    ask: async (doing) => send(doing, 'GET', `/versions/${await versionOfSite(doing)}`),
  },
  'restore the global': {
    endpoint: 'post /versions/:id',
    to: [],
    ask: async (doing) => send(doing, 'POST', `/versions/${await versionOfSite(doing)}`),
  },
  'ask for global rights': {
    endpoint: 'post /access',
    to: [],
    ask: (doing) => send(doing, 'POST', '/access', { body: {} }),
  },
}

async function versionOfSite({ payload }: Doing): Promise<string> {
  const { docs } = await payload.findGlobalVersions({ slug: 'site', limit: 1 })
  return String(docs[0]?.id)
}
