import { setTimeout as wait } from 'node:timers/promises'

/** The answer that a visitor gets at an address. Redirects are not followed. */
export type Read = { path: string; status: number; location: string | null; text: string }

export async function read(origin: string, path: string): Promise<Read> {
  const answer = await fetch(`${origin}${path}`, { redirect: 'manual' })
  return { path, status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

/** Milliseconds: a publication may be invisible for this long after its acknowledgement, as the issue promises. */
const promised = 2000

/**
 * Asks for the paths until each gives the right answer. Returns the paths that were still wrong when they were asked
 * for after the promised time.
 */
export async function stillWrong(
  origin: string,
  paths: readonly string[],
  isRight: (answer: Read) => boolean,
): Promise<string[]> {
  const acknowledged = Date.now()
  for (;;) {
    const late = Date.now() - acknowledged >= promised
    const answers = await Promise.all(paths.map((path) => read(origin, path)))
    const wrong = answers.filter((answer) => !isRight(answer))
    if (wrong.length === 0 || late) return wrong.map(({ path, status }) => `${path} (${status})`)
    await wait(50)
  }
}

export const shows = (text: string) => (answer: Read) => answer.status === 200 && answer.text.includes(text)

export const hides = (text: string) => (answer: Read) => answer.status === 200 && !answer.text.includes(text)

export const answers = (status: number, location?: string) => (answer: Read) =>
  answer.status === status &&
  (location === undefined || new URL(answer.location ?? '', 'http://any').pathname === location)
