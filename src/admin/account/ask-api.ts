import { sentence } from '@/i18n/admin-words'

type Asked = { method?: 'GET' | 'POST' | 'DELETE'; path: string; body?: object; language: string }

/** Asks the REST API as the user who is signed in. @returns the answer, or the message to show when it was refused */
export async function askApi<T>({
  method = 'GET',
  path,
  body,
  language,
}: Asked): Promise<{ json: T; message?: undefined } | { json?: undefined; message: string }> {
  const answer = await fetch(path, {
    method,
    credentials: 'include',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => undefined)
  const said = (await answer?.json().catch(() => undefined)) as
    | (T & { errors?: { message: string }[] })
    | undefined
  if (answer?.ok && said) return { json: said }
  return { message: said?.errors?.[0]?.message ?? sentence(language, (w) => w.errors.notDone) }
}
