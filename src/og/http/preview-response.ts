import { z } from 'zod'
import type { CardWords } from '../card/card.ts'
import type { Cards } from '../store/cards.ts'
import { type PreviewAnswer, previewForm } from './preview-form.ts'
import { refusal, refusalOf, TooManyError } from './respond.ts'

type Asking = Pick<Cards, 'preview'> & {
  /** Returns the words of a form for the user who asks. It is missing when nobody is signed in. */
  wordsOf?: (form: z.output<typeof previewForm>) => Promise<CardWords>
  /** Returns 0 when a card may be drawn, otherwise the number of seconds to wait. */
  wait?: () => number
}

/** Many times the size of the longest form. */
const longest = 100_000

/** Answers POST with the card of an unsaved form, for signed-in users only. The answer is never cached. */
export async function previewResponse(
  request: Request,
  { preview, wordsOf, wait }: Asking,
): Promise<Response> {
  if (!wordsOf) return refusal(401, 'Sign in to see the card of a draft.')
  if (Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY) > longest) {
    return refusal(413, `Expected a form of at most ${longest} bytes, with its length in Content-Length.`)
  }
  const form = previewForm.safeParse(await request.json().catch(() => undefined))
  if (!form.success) return refusal(400, z.prettifyError(form.error))
  try {
    const seconds = wait?.() ?? 0
    if (seconds > 0) throw new TooManyError(seconds)
    const words = await wordsOf(form.data)
    return Response.json(await answerTo(words, preview), {
      headers: { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' },
    })
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return refused
    throw error
  }
}

async function answerTo(words: CardWords, preview: Cards['preview']): Promise<PreviewAnswer> {
  const { title, summary = '' } = words
  if (!title.trim()) return { title: '', summary, card: null }
  const { png, remarks } = await preview(words)
  const picture = { png: Buffer.from(png).toString('base64'), bytes: png.byteLength }
  return { title, summary, card: { ...picture, ...remarks } }
}
