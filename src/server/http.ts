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
import { answeredAlive, answeredStopping } from './answers/alive'
import { keptAnswers } from './answers/kept-answers'
import { logAnswer } from './answers/log-answer'
import { metricsOf } from './answers/metrics'
import { fillNotFound } from './answers/not-found-answer'
import { tellLoad } from './answers/too-much'
import { drainOf } from './drain'
import { reachable } from './start/reachable'
import { onStopSignals } from './start/stop-signals'

const { host, port, production, logLevel, metricsToken, secret, databaseUrl } = environment()
const secrets = [secret, metricsToken, databaseUrl, databaseUrl && new URL(databaseUrl).password].filter(
  (one) => one !== undefined,
)
const log = jsonLog({ level: logLevel, secrets })
if (production) {
  keepServerLog(log)
  consoleToLog(log)
  // The last words of a server that dies of an error. Node ends it after this, and its parent starts another.
  process.on('uncaughtExceptionMonitor', (err) => log.fatal({ err }, 'The server ends because of an error'))
}
const app = next({ dev: !production, hostname: host, port })
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
const metrics = metricsOf({ token: metricsToken, databaseUrl })

const server = createServer((request, response) => {
  const id = requestIdOf(request.headers[requestIdHeader])
  request.headers[requestIdHeader] = id
  response.setHeader(requestIdHeader, id)
  drain.serve(response)
  withRequestId(id, () => answer(request, response))
})
const drain = drainOf(server)

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (answeredAlive(request, response)) return
  if (drain.draining() && answeredStopping(request, response)) return
  if (metrics.answered(request, response)) return
  metrics.observe(request, response)
  if (production) logAnswer(log, request, response)
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

server.listen(port, host, () => {
  // Next loads a route when it is first asked for: nobody's first page or card waits for that.
  if (production)
    for (const path of [`/${fallbackForVisitors}`, '/api/og'])
      fetch(own + path).catch((error: unknown) => console.warn(`${path} is not loaded:`, error))
})

/** Milliseconds that answers under way get to finish when the server is asked to end. */
const patience = 30_000

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
    const cut = await drain.drain(patience)
    if (cut > 0) log.warn({ cut }, 'The server stops although requests are under way')
    endAtOnce()
  },
  atOnce: endAtOnce,
})
