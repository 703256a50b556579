import { cardResponse } from '@/og/http/respond'
import { clientAddressHeader } from '@/security/client-address'
import { cardSigningKey } from '@/security/secrets/card-signing-key'
import { cardLimit, cards } from '../../cards'

export const dynamic = 'force-dynamic'

/** Draws a card. This route takes precedence over the /api/og that Payload registers, which has no limits. */
export const GET = (request: Request) =>
  cardResponse(request, cards(), {
    key: cardSigningKey(),
    wait: () => cardLimit().take(request.headers.get(clientAddressHeader) ?? 'unknown'),
  })
export const HEAD = GET
