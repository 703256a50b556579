import type { MarkedText } from '@/content/views'

/** A text in which the words that were searched for are marked. */
export const MarkedWords = ({ pieces }: { pieces: MarkedText }) =>
  pieces.map(({ text, hit }, place) => {
    const key = `${place}`
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
