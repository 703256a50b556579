import { cardResponse } from '@/og/respond'
import { cards } from '../../cards'

export const dynamic = 'force-dynamic'

/** A title's card. Stands before the /api/og that Payload itself registers, which has no bounds. */
export const GET = (request: Request) => cardResponse(request, cards())
export const HEAD = GET
