import { cms } from '@/content/cms'
import { environment } from '@/env'
import { followSetUpLink } from '@/security/set-up-link'

export const dynamic = 'force-dynamic'

/** Follows the one-time link that creates the first user. */
export const GET = async (request: Request) =>
  followSetUpLink({ payload: await cms(), siteUrl: environment().siteUrl, url: request.url })
