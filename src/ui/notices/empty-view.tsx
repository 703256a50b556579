import { kawungOf } from '../pictures/kawung'
import { KawungPicture } from '../pictures/kawung-picture'

type Props = { text: string; hint?: string }

/** A message in the place of a list that is empty. */
export function EmptyView({ text, hint }: Props) {
  return (
    <div className="empty">
      <div className="empty-picture">
        <KawungPicture design={kawungOf(text)} />
      </div>
      <p className="empty-text">{text}</p>
      {hint && <p className="empty-hint">{hint}</p>}
    </div>
  )
}
