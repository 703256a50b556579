import type { CollectionSlug, PayloadRequest } from 'payload'

/** What a validation of a field in a body knows of the document. */
type Within = {
  /** Of the document, or of the node: Payload's form state means the one, its save the other (3.90). */
  id?: number | string | undefined
  /** The document, where it has an id. */
  data?: unknown
  collectionSlug?: string | undefined
  req: Pick<PayloadRequest, 'context' | 'payload' | 'transactionID'>
}

/**
 * Refuses an address, unless it stood in the document before: an imported one is kept for the export and never shown,
 * and an editor who changes another word has not written it.
 */
export function refuseUnlessStanding(
  refusal: string,
  address: string | null | undefined,
  { collectionSlug, req, ...within }: Within,
): string | true | Promise<string | true> {
  const id = documentId(within)
  if (id === undefined || !collectionSlug) return refusal
  const name = `addresses of ${collectionSlug} ${id}`
  const known = req.context[name] as Promise<ReadonlySet<string>> | undefined
  const standing = known ?? standingAddresses(id, collectionSlug as CollectionSlug, req)
  req.context[name] = standing
  return standing.then((addresses) => addresses.has(address ?? '') || refusal)
}

/** Documents have UUIDs; nodes have not. */
function documentId({ id, data }: Pick<Within, 'id' | 'data'>): string | undefined {
  const ofData = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
  return [id, ofData].find(
    (one): one is string =>
      typeof one === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(one),
  )
}

/** The addresses of links and pictures in the newest words of a document, in all its languages. */
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
    // A request of its own in the same transaction: Payload writes the language of a read into its request.
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

/** An address that a body names, the empty one of a link or picture that leads nowhere included. */
function addressIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ('linkType' in value && value.linkType === 'custom') return 'url' in value ? String(value.url ?? '') : ''
  if (!('blockType' in value) || (value.blockType !== 'image' && value.blockType !== 'inlineImage'))
    return undefined
  return 'address' in value ? String(value.address ?? '') : ''
}
