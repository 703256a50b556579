'use client'

import { Banner, Button, TextInput, useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { sentence } from '@/i18n/admin-words'
import { askApi } from './ask-api'
import { RecoveryCodes, Secret } from './second-factor-parts'

type State = { on: boolean; needed: boolean; recoveryCodesLeft: number }
type Begun = { secret: string; picture: string }

/** Sets up the second factor of whoever is signed in, and takes it off. */
export function SecondFactor({ language }: { language: string }) {
  const { config } = useConfig()
  const [state, setState] = useState<State>()
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<string[]>()
  const [leaving, setLeaving] = useState(false)
  const [code, setCode] = useState('')
  const [message, setMessage] = useState<string>()
  const address = `${config.routes.api}/users/second-factor`
  const say = (pick: Parameters<typeof sentence>[1], values?: Parameters<typeof sentence>[2]) =>
    sentence(language, pick, values)

  const refresh = useCallback(async () => {
    const { json, message: refused } = await askApi<State>({ path: address, language })
    setState(json)
    setMessage(refused)
  }, [address, language])

  useEffect(() => {
    void refresh()
  }, [refresh])

  const ask = async <T,>(path: string, body: object) => {
    const { json, message: refused } = await askApi<T>({
      method: 'POST',
      path: `${address}${path}`,
      body,
      language,
    })
    setMessage(refused)
    if (json) setCode('')
    return json
  }
  const begin = async () => setBegun(await ask<Begun>('', {}))
  const confirm = async () => {
    const done = await ask<{ recoveryCodes: string[] }>('/confirm', { code })
    if (!done) return
    setBegun(undefined)
    setCodes(done.recoveryCodes)
    await refresh()
  }
  const takeOff = async () => {
    if (!(await ask('/off', { code }))) return
    setLeaving(false)
    await refresh()
  }

  return (
    <section className="second-factor">
      <h3>{say((w) => w.secondFactor.heading)}</h3>
      {message && <Banner type="error">{message}</Banner>}
      {codes && <RecoveryCodes codes={codes} language={language} onDone={() => setCodes(undefined)} />}
      {state && !codes && (
        <p>
          {state.on
            ? say((w) => w.secondFactor.isOn, { count: state.recoveryCodesLeft })
            : say((w) => w.secondFactor.isOff)}
        </p>
      )}
      {state && !state.on && !begun && (
        <Button buttonStyle="secondary" onClick={() => void begin()}>
          {say((w) => w.secondFactor.setUp)}
        </Button>
      )}
      {state?.on && !state.needed && !leaving && !codes && (
        <Button buttonStyle="secondary" onClick={() => setLeaving(true)}>
          {say((w) => w.secondFactor.takeOff)}
        </Button>
      )}
      {begun && <Secret {...begun} language={language} />}
      {(begun || leaving) && (
        <div className="second-factor__confirm">
          <TextInput
            label={say((w) => w.secondFactor.code)}
            onChange={(event: { target: { value: string } }) => setCode(event.target.value)}
            path="second-factor-code"
            value={code}
          />
          <Button onClick={() => void (begun ? confirm() : takeOff())}>
            {begun ? say((w) => w.secondFactor.confirm) : say((w) => w.secondFactor.takeOff)}
          </Button>
        </div>
      )}
    </section>
  )
}
