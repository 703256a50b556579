import type { ReactNode } from 'react'
import { kawungOf } from '../pictures/kawung'
import { KawungPicture } from '../pictures/kawung-picture'

type Props = { seed: string; kicker?: string; title: string; text: string; children?: ReactNode }

/** A page with only a message and links to other pages. */
export function NoticePage({ seed, kicker, title, text, children }: Props) {
  return (
    <div className="notice">
      <div className="notice-picture">
        <KawungPicture design={kawungOf(seed)} />
      </div>
      <div className="notice-text">
        {kicker && <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </div>
    </div>
  )
}
