import { cardResponse } from '@/og/http/respond'
import { cardKey } from '@/security/card-key'
import { clientAddressHeader } from '@/security/client-address'
import { cardLimit, cards } from '../../cards'

export const dynamic = 'force-dynamic'

/** A title's card. Stands before the /api/og that Payload itself registers, which has no bounds. */
export const GET = (request: Request) =>
  cardResponse(request, cards(), {
    key: cardKey(),
    wait: () => cardLimit().take(request.headers.get(clientAddressHeader) ?? 'unknown'),
  })
export const HEAD = GET
