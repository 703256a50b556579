import { catalogues } from '@/i18n/catalogues'
import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { NoticePage } from './notice-page'

type Props = {
  locale: Locale
  /** Given where the browser can render the page again; else the reader reloads by the link. */
  retry?: () => void
}

/**
 * An error boundary runs in the browser: it reads the catalogue itself, so that no translator is sent there,
 * and it stands alone on its page, for the frame went with what failed.
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
