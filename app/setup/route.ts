import { cms } from '@/content/cms'
import { environment } from '@/env'
import { clientAddressHeader } from '@/security/client-address'
import { followSetUpLink } from '@/security/set-up-link'
import { networkOf } from '@/security/sign-in/network'

export const dynamic = 'force-dynamic'

/** Follows the one-time link that creates the first user. */
export const GET = async (request: Request) =>
  followSetUpLink({
    network: networkOf(request.headers.get(clientAddressHeader) ?? 'unknown'),
    payload: await cms(),
    siteUrl: environment().siteUrl,
    url: request.url,
  })
