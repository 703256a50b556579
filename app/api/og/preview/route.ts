import { previewer, previewWords } from '@/content/cards/card-preview'
import { previewResponse } from '@/og/http/preview-response'
import { cards, previewLimit } from '../../../cards'

export const dynamic = 'force-dynamic'

/** Draws the card of unsaved words for the editor who writes them. */
export async function POST(request: Request) {
  const user = await previewer(request.headers)
  return previewResponse(request, {
    ...(user && { wordsOf: (form) => previewWords(form, user), wait: () => previewLimit().take(user.id) }),
    preview: cards().preview,
  })
}
