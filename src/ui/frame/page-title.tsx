import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  titleLang?: string
  kicker?: ReactNode
  /** A number beside the title, such as the number of articles. */
  count?: ReactNode
  children?: ReactNode
}

/** The heading of every page that is not an article. */
export function PageTitle({ title, titleLang, kicker, count, children }: Props) {
  return (
    <header className="page-title">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 lang={titleLang}>{title}</h1>
      {count && <p className="page-count">{count}</p>}
      {children && <div className="page-intro">{children}</div>}
    </header>
  )
}
