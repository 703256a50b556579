import type { Locale } from '@/i18n/locales'

export type Document = { id: string; [field: string]: unknown }

type Question = { locale?: Locale; query?: Record<string, string> }

/** The REST API of a running server, for one user or a visitor. Throws when an answer is not 2xx. */
export class Api {
  constructor(
    readonly origin: string,
    private readonly token?: string,
  ) {}

  /** Returns the same API, signed in with a password. */
  async signIn(email: string, password: string): Promise<Api> {
    const { token } = await this.send<{ token: string }>('POST', '/users/login', {}, { email, password })
    return new Api(this.origin, token)
  }

  async create(collection: string, data: object, question: Question = {}): Promise<Document> {
    const { doc } = await this.send<{ doc: Document }>('POST', `/${collection}`, question, data)
    return doc
  }

  async update(collection: string, id: string, data: object, question: Question = {}): Promise<Document> {
    const { doc } = await this.send<{ doc: Document }>('PATCH', `/${collection}/${id}`, question, data)
    return doc
  }

  async find(collection: string, question: Question = {}): Promise<Document[]> {
    const { docs } = await this.send<{ docs: Document[] }>('GET', `/${collection}`, question)
    return docs
  }

  async one(collection: string, id: string, question: Question = {}): Promise<Document> {
    return this.send<Document>('GET', `/${collection}/${id}`, question)
  }

  async updateGlobal(slug: string, data: object, question: Question = {}): Promise<void> {
    await this.send('POST', `/globals/${slug}`, question, data)
  }

  async remove(collection: string, id: string): Promise<void> {
    await this.send('DELETE', `/${collection}/${id}`)
  }

  /** @param path below `/api` */
  async send<Answer>(
    method: string,
    path: string,
    { locale, query }: Question = {},
    body?: object,
  ): Promise<Answer> {
    const search = new URLSearchParams({ depth: '0', ...(locale ? { locale } : {}), ...query })
    const response = await fetch(`${this.origin}/api${path}?${search}`, {
      method,
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(this.token ? { Authorization: `JWT ${this.token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (response.ok) return JSON.parse(text) as Answer
    throw new Error(
      `Expected ${method} ${path}?${search} to succeed, it answered ${response.status}: ${text}`,
    )
  }
}
