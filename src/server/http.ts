import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { underLoad } from '@/database/load'
import { environment } from '@/env'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import { purgeAddress, purgedHeader } from '@/publishing/purge/purge-address'
import { hrefFor } from '@/site/hrefs'
import { answeredAlive } from './answers/alive'
import { keptAnswers } from './answers/kept-answers'
import { fillNotFound } from './answers/not-found-answer'
import { tellLoad } from './answers/too-much'
import { arrival, guardOthers, patience, refused } from './guards/guard'
import { reachable } from './start/reachable'

const { host, port, production, secret = '', siteUrl } = environment()
// Next writes each name of this machine as `localhost` in the address of a request. By another name here, it takes its
// own rewrites for those to another server, and asks itself for them over the network (16.4, `resolve-routes`).
const app = next({ dev: !production, hostname: 'localhost', port })
const handle = app.getRequestHandler()
await app.prepare()

const own = `http://${reachable(host)}:${port}`

async function notFoundPage(locale: Locale, article: string | undefined): Promise<string> {
  const path = [locale, '404', ...(article ? [article] : [])].join('/')
  const answer = await fetch(`${own}/${path}`)
  if (!answer.ok) throw new Error(`Expected the page for what is not found, got ${answer.status}.`)
  return answer.text()
}

const answers = keptAnswers()

/** A route is compiled when it is first asked for in development, which takes as long as it takes. */
const guards = production
  ? { siteUrl, secret, ...patience }
  : { siteUrl, secret, ...patience, answersWithin: 600_000 }

/** In development, browsers ask for a web socket that tells them what has changed. */
const server = createServer({ ...arrival, ...(production && { shouldUpgradeCallback: () => false }) })

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (refused(request, response, guards)) return
  if (request.headers.expect) response.writeContinue()
  if (answeredAlive(request, response)) return
  if (production && answers.answered(request, response)) return
  // Next purges what it keeps after the handler has returned, and before the answer has gone out.
  if (request.url === purgeAddress)
    response.once('finish', () => {
      if (response.hasHeader(purgedHeader)) answers.forget()
    })
  fillNotFound(request, response, notFoundPage)
  underLoad((refusedForLoad) => {
    tellLoad(request, response, refusedForLoad)
    void handle(request, response)
  })
}

server.on('request', answer)
guardOthers(server, answer)
server.listen(port, host, () => {
  // Next loads a route when it is first asked for: nobody's first page or card waits for that.
  if (production)
    for (const path of [hrefFor({ page: 'home', locale: fallbackForVisitors }), '/api/og'])
      fetch(own + path).catch((error: unknown) => console.warn(`${path} is not loaded:`, error))
})
// At once and for certain: `process.exit` waits for the threads, which may be in the middle of drawing, and once did so
// for minutes. Nothing is lost by a kill (tests/e2e/drills).
for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(end, () => process.kill(process.pid, 'SIGKILL'))
