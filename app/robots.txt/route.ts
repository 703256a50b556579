import { environment } from '@/env'
import { robots } from '@/feeds/robots'

export const dynamic = 'force-dynamic'

export const GET = () =>
  new Response(robots(environment().siteUrl), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
