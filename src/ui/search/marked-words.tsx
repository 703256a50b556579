import type { MarkedText } from '@/content/views'

/** Text with what was looked for marked. */
export const MarkedWords = ({ pieces }: { pieces: MarkedText }) =>
  pieces.map(({ text, hit }, place) => {
    const key = `${place}`
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
