/** The credentials that a request of a signed-in user carries. */
export type Session = { token: string }

export type Ask = {
  as?: Session | undefined
  locale?: string
  /** Appended to the query after the locale: `where[slug][equals]=pagi&depth=0`. */
  query?: string
  body?: unknown
  /** A picture, sent as a browser's form sends it, with `body` beside it. */
  file?: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }
  /** Sent as the body of a form. */
  form?: string
  formData?: FormData
  headers?: Record<string, string>
}

export type Answer = {
  status: number
  /** The parsed answer, or an empty object when it was not JSON. */
  json: Json
  text: string
  headers: Headers
}

type Json = {
  [key: string]: unknown
  id?: string
  message?: string
  errors?: { message: string }[]
  doc?: Json
  docs?: Json[]
  totalDocs?: number
  token?: string
  user?: Json | null
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'OPTIONS'

const origin = 'http://127.0.0.1'

/** Calls the product's REST API through the handlers of its route, without a server in between. */
export async function rest(method: Method, path: string, ask: Ask = {}): Promise<Answer> {
  const routes = await import('../../../app/(payload)/api/[...slug]/route')
  const url = new URL(`${origin}/api${path}`)
  const locale = ask.locale === undefined ? '' : `locale=${encodeURIComponent(ask.locale)}`
  url.search = [url.search.slice(1), locale, ask.query].filter(Boolean).join('&')
  const { body, type } = bodyOf(ask)
  const request = new Request(url, {
    method,
    headers: {
      ...(ask.as ? { Authorization: `JWT ${ask.as.token}` } : {}),
      ...(type ? { 'Content-Type': type } : {}),
      ...ask.headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const slug = url.pathname.slice('/api/'.length).split('/').map(decodeURIComponent)
  const response = await routes[method](request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parsed(text) }
}

/** Signs in with a password, as the admin panel's form does. */
export async function signIn(email: string, password: string): Promise<Session> {
  const { json, status, text } = await rest('POST', '/users/login', { body: { email, password } })
  if (!json.token) throw new Error(`Expected ${email} to be signed in, got ${status}: ${text}`)
  return { token: json.token }
}

function bodyOf({ body, file, form: text, formData }: Ask): { body?: BodyInit; type?: string } {
  if (text !== undefined) return { body: text, type: 'application/x-www-form-urlencoded' }
  if (formData) return { body: formData }
  if (!file) return body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' }
  const form = new FormData()
  form.set('file', new Blob([file.bytes], { type: file.type }), file.name)
  form.set('_payload', JSON.stringify(body ?? {}))
  return { body: form }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}
