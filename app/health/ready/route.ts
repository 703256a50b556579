import { isReady } from '@/content/ready'

export const dynamic = 'force-dynamic'

export async function GET() {
  const answer = await isReady()
  return Response.json(answer, {
    status: answer.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
