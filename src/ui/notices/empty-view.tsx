import { kawung } from '../pictures/kawung'
import { KawungPicture } from '../pictures/kawung-picture'

type Props = { text: string; hint?: string }

/** What stands where a list would, while there is nothing to list. */
export function EmptyView({ text, hint }: Props) {
  return (
    <div className="empty">
      <div className="empty-picture">
        <KawungPicture design={kawung(text)} />
      </div>
      <p className="empty-text">{text}</p>
      {hint && <p className="empty-hint">{hint}</p>}
    </div>
  )
}
