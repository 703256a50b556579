import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import next from 'next'
import { underLoad } from '@/database/load'
import { environment } from '@/env'
import { fallbackForVisitors, type Locale } from '@/i18n/locales'
import { consoleToLog, jsonLog } from '@/logs/json-log'
import { requestIdHeader, requestIdOf, withRequestId } from '@/logs/request-id'
import { keepServerLog } from '@/logs/server-log'
import { purgeAddress, purgedHeader } from '@/publishing/purge/purge-address'
import { hrefFor } from '@/site/hrefs'
import { answeredAlive, answeredStopping } from './answers/alive'
import { keptAnswers } from './answers/kept-answers'
import { logAnswer } from './answers/log-answer'
import { metricsOf } from './answers/metrics'
import { fillNotFound } from './answers/not-found-answer'
import { refusedTooMany, usualLimits } from './answers/too-many'
import { tellLoad } from './answers/too-much'
import { drainOf } from './drain'
import { arrival, guardOthers, patience, refused } from './guards/guard'
import { secureHeaders } from './headers/security-headers'
import { reachable } from './start/reachable'
import { onStopSignals } from './start/stop-signals'

const { host, port, production, logLevel, metricsToken, secret = '', siteUrl, databaseUrl } = environment()
const secrets = [secret, metricsToken, databaseUrl, databaseUrl && new URL(databaseUrl).password].filter(
  (one): one is string => Boolean(one),
)
const log = jsonLog({ level: logLevel, secrets })
if (production) {
  keepServerLog(log)
  consoleToLog(log)
  // The last words of a server that dies of an error. Node ends it after this, and its parent starts another.
  process.on('uncaughtExceptionMonitor', (err) => log.fatal({ err }, 'The server ends because of an error'))
}
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
const limits = usualLimits()
const metrics = metricsOf({ token: metricsToken, databaseUrl })

/** In development, Next compiles a route when it is first asked for, and that may take long. */
const guards = production
  ? { siteUrl, secret, ...patience }
  : { siteUrl, secret, ...patience, answersWithin: 600_000 }

/** In development, browsers ask for a web socket that tells them what has changed. */
const server = createServer({ ...arrival, ...(production && { shouldUpgradeCallback: () => false }) })
const drain = drainOf(server)

function serve(request: IncomingMessage, response: ServerResponse): void {
  const id = requestIdOf(request.headers[requestIdHeader])
  request.headers[requestIdHeader] = id
  response.setHeader(requestIdHeader, id)
  drain.serve(response)
  withRequestId(id, () => answer(request, response))
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  secureHeaders(request, response, { siteUrl, production })
  metrics.observe(request, response)
  if (production) logAnswer(log, request, response)
  // Before the guards, which settle the headers of proxies: these figures are for requests without a proxy.
  if (metrics.answered(request, response)) return
  if (refused(request, response, guards)) return
  if (request.headers.expect) response.writeContinue()
  if (answeredAlive(request, response)) return
  if (drain.draining() && answeredStopping(request, response)) return
  if (refusedTooMany(request, response, limits)) return
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

server.on('request', serve)
guardOthers(server, serve)
server.listen(port, host, () => {
  // Next loads a route when it is first asked for: nobody's first page or card waits for that.
  if (production)
    for (const path of [hrefFor({ page: 'home', locale: fallbackForVisitors }), '/api/og'])
      fetch(own + path).catch((error: unknown) => console.warn(`${path} is not loaded:`, error))
})

/** Milliseconds that answers under way get to finish when the server is asked to end. */
const longestDrain = 30_000

/** Milliseconds in which connections that were made before the stop are taken up: a listener that closes resets them. */
const lastArrivals = 250

/**
 * At once and for certain: `process.exit` waits for the threads, which may be in the middle of drawing, and once did so
 * for minutes. Nothing is lost by a kill (tests/e2e/drills).
 */
const endAtOnce = () => process.kill(process.pid, 'SIGKILL')

process.once('disconnect', endAtOnce)
// Ctrl-C reaches every process of the terminal. The parent, which gets it too, says what is to be done.
process.on('SIGINT', () => undefined)
onStopSignals(['SIGTERM'], {
  stop: async () => {
    log.info('The server stops when the requests under way are answered')
    await wait(lastArrivals)
    const cut = await drain.drain(longestDrain)
    if (cut > 0) log.warn({ cut }, 'The server stops although requests are under way')
    endAtOnce()
  },
  atOnce: endAtOnce,
})
