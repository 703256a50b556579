'use client'

import { Banner, Button, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import type { ListedSession } from '@/security/sessions/endpoints'
import { askApi } from './ask-api'

/** Lists where a user is signed in, and ends sessions. */
export function Sessions({ userId, language }: { userId: string; language: string }) {
  const { config } = useConfig()
  const [sessions, setSessions] = useState<ListedSession[]>()
  const [message, setMessage] = useState<string>()
  const address = `${config.routes.api}/users/${userId}/sessions`

  const refresh = useCallback(async () => {
    const { json, message: refused } = await askApi<{ sessions: ListedSession[] }>({
      path: address,
      language,
    })
    setSessions(json?.sessions)
    setMessage(refused)
  }, [address, language])

  useEffect(() => {
    void refresh()
  }, [refresh])

  const end = async (path: string) => {
    const { message: refused } = await askApi({ method: 'DELETE', path, language })
    if (refused) setMessage(refused)
    else await refresh()
  }
  const moment = (iso: string) =>
    new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })

  return (
    <section className="sessions">
      <h3>{sentence(language, (w) => w.sessions.heading)}</h3>
      {message && <Banner type="error">{message}</Banner>}
      {sessions?.length === 0 && <p>{sentence(language, (w) => w.sessions.none)}</p>}
      <ul>
        {sessions?.map(({ id, browser, address: from, since, seenAt, current }) => (
          <li key={id}>
            <span>
              {browser ?? sentence(language, (w) => w.sessions.unknownBrowser)}
              {from ? `, ${from}` : ''}
              {', '}
              {moment(seenAt ?? since)}
              {current ? ` (${sentence(language, (w) => w.sessions.current)})` : ''}
            </span>
            {!current && (
              <Button buttonStyle="secondary" size="small" onClick={() => void end(`${address}/${id}`)}>
                {sentence(language, (w) => w.sessions.end)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions?.some(({ current }) => !current) && (
        <Button buttonStyle="secondary" onClick={() => void end(address)}>
          {sentence(language, (w) => w.sessions.endAll)}
        </Button>
      )}
    </section>
  )
}
