import { expect, test } from 'vitest'
import { consoleToLog, jsonLog } from '@/logs/json-log'
import { requestIdOf, withRequestId } from '@/logs/request-id'

function logInto(level = 'info') {
  const lines: string[] = []
  const log = jsonLog({ level, write: (line) => lines.push(line) })
  return { log, entries: () => lines.map((line) => JSON.parse(line)) }
}

test('an entry is one line of JSON, with the id of the request under way', async () => {
  const { log, entries } = logInto()
  await withRequestId('permintaan-1', async () => {
    await Promise.resolve()
    log.warn({ n: 1 }, 'one\nline')
  })
  log.info('outside')
  expect(entries()).toMatchObject([
    { level: 'warn', requestId: 'permintaan-1', n: 1, msg: 'one\nline', time: expect.stringMatching(/Z$/) },
    { level: 'info', msg: 'outside' },
  ])
  expect(entries()[1]).not.toHaveProperty('requestId')
})

test('what is said by console becomes entries, errors with their stack', () => {
  const { log, entries } = logInto()
  const said = {} as Console
  consoleToLog(log, said)
  said.warn('%s is not loaded:', '/id', new Error('no answer'))
  said.log('ready')
  expect(entries()).toMatchObject([
    { level: 'warn', msg: '/id is not loaded:', err: { message: 'no answer', stack: expect.any(String) } },
    { level: 'info', msg: 'ready' },
  ])
})

test('entries below LOG_LEVEL are not written, and secrets never', () => {
  const { log, entries } = logInto('warn')
  log.info('nothing')
  log.error({ headers: { authorization: 'Bearer abcdefgh' } }, 'denied')
  expect(entries()).toMatchObject([{ headers: { authorization: '[redacted]' } }])
})

test.each([
  ['abc-1', 'abc-1'],
  ['x\n{"level":"fatal"}', expect.stringMatching(/^[\da-f-]{36}$/)],
  ['x'.repeat(65), expect.stringMatching(/^[\da-f-]{36}$/)],
  [undefined, expect.stringMatching(/^[\da-f-]{36}$/)],
])('the id %j of a proxy becomes %j', (given, id) => {
  expect(requestIdOf(given)).toEqual(id)
})
