import { catalogues } from '@/i18n/catalogues'
import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { NoticePage } from './notice-page'

type Props = {
  locale: Locale
  /** Renders the page again, if the browser can. Without it, the reader reloads by a link. */
  retry?: () => void
}

/**
 * The page of an error boundary, which runs in the browser. It reads the catalogue itself, so that no translator is
 * sent to the browser, and has no frame, because the frame failed together with its content.
 */
export function ErrorView({ locale, retry }: Props) {
  const words = catalogues[locale].site
  return (
    <main id="content">
      <title>{words.error.title}</title>
      <NoticePage seed="error" title={words.error.title} text={words.error.text}>
        <ul className="inline-links">
          <li>
            {retry ? (
              <button type="button" onClick={retry}>
                {words.error.retry}
              </button>
            ) : (
              <a href="?">{words.error.retry}</a>
            )}
          </li>
          <li>
            <a href={hrefFor({ page: 'home', locale })}>{words.nav.home}</a>
          </li>
        </ul>
      </NoticePage>
    </main>
  )
}
