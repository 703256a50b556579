import { createServer } from 'node:http'
import next from 'next'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { lightenPages } from './light-pages'
import { fillNotFound } from './not-found-answer'
import { reachable } from './reachable'

const { host, port, production } = environment()
const app = next({ dev: !production, hostname: host, port })
const handle = app.getRequestHandler()
await app.prepare()

async function notFoundPage(locale: Locale, article: string | undefined): Promise<string> {
  const path = [locale, '404', ...(article ? [article] : [])].join('/')
  const answer = await fetch(`http://${reachable(host)}:${port}/${path}`)
  if (!answer.ok) throw new Error(`Expected the page for what is not found, got ${answer.status}.`)
  return answer.text()
}

const server = createServer((request, response) => {
  if (production) lightenPages(request, response)
  fillNotFound(request, response, notFoundPage)
  void handle(request, response)
})
server.listen(port, host)
for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(end, () => process.exit(0))
