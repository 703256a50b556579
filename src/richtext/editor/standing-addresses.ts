import type { CollectionSlug, PayloadRequest } from 'payload'

/** The facts that the validations of a body keep in the request. */
type AddressContext = {
  /** Whether addresses are kept that are unsafe to follow or load. */
  keepsUnsafe?: boolean
  /** The addresses that stood in each document before, by its collection and id. */
  standing?: ReadonlyMap<string, Promise<ReadonlySet<string>>>
}

declare module 'payload' {
  // An interface, since only those can be extended.
  export interface RequestContext {
    addresses?: AddressContext
  }
}

type Carrier = Pick<PayloadRequest, 'context'>

const remember = (req: Carrier, part: AddressContext): void => {
  req.context.addresses = { ...req.context.addresses, ...part }
}

/** Lets this request store addresses that no page of ours follows or loads: an import keeps those of its files. */
export const keepUnsafeAddresses = (req: Carrier): void => remember(req, { keepsUnsafe: true })

/** Whether this request may store unsafe addresses. */
export const keepsUnsafeAddresses = (req: Partial<Carrier>): boolean =>
  req.context?.addresses?.keepsUnsafe === true

/** The arguments that Payload gives to the validation of a field in a body. */
type Within = {
  /** The id of the document or of the node: Payload passes the former for form state, the latter on a save (3.90). */
  id?: number | string | undefined
  /** The document, if it has an id. */
  data?: unknown
  collectionSlug?: string | undefined
  req: Pick<PayloadRequest, 'context' | 'payload' | 'transactionID'>
}

/**
 * Refuses an address unless the document already held it. An imported address is kept for the export and never shown,
 * so an editor who changes another word must not be blamed for it.
 */
export function refuseUnlessStanding(
  refusal: string,
  address: string | null | undefined,
  { collectionSlug, req, ...within }: Within,
): string | true | Promise<string | true> {
  const id = documentId(within)
  if (id === undefined || !collectionSlug) return refusal
  const document = `${collectionSlug} ${id}`
  const known = req.context.addresses?.standing
  const standing = known?.get(document) ?? standingAddresses(id, collectionSlug as CollectionSlug, req)
  remember(req, { standing: new Map([...(known ?? []), [document, standing]]) })
  return standing.then((addresses) => addresses.has(address ?? '') || refusal)
}

/** Picks the id of the document. Documents have UUIDs, nodes do not. */
function documentId({ id, data }: Pick<Within, 'id' | 'data'>): string | undefined {
  const ofData = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
  return [id, ofData].find(
    (one): one is string =>
      typeof one === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(one),
  )
}

/** Returns the addresses of links and pictures in the newest draft of a document, in all its languages. */
async function standingAddresses(
  id: string,
  collection: CollectionSlug,
  req: Within['req'],
): Promise<ReadonlySet<string>> {
  const { transactionID } = req
  const document = await req.payload.findByID({
    collection,
    id,
    locale: 'all',
    fallbackLocale: false,
    draft: true,
    depth: 0,
    disableErrors: true,
    // Payload writes the language of a read into its request, so this read gets a request of its own.
    req: transactionID === undefined ? {} : { transactionID },
  })
  const addresses = new Set<string>()
  JSON.stringify(document, (_, value: unknown) => {
    const address = addressIn(value)
    if (address !== undefined) addresses.add(address)
    return value
  })
  return addresses
}

/** Returns the address of a link or picture, which is '' when it leads nowhere. Other nodes have none. */
function addressIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('linkType' in value && value.linkType === 'custom') return 'url' in value ? String(value.url ?? '') : ''
  if (!('blockType' in value) || (value.blockType !== 'image' && value.blockType !== 'inlineImage'))
    return undefined
  return 'address' in value ? String(value.address ?? '') : ''
}
