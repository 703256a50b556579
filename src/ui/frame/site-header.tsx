import type { CSSProperties } from 'react'
import type { SiteView } from '@/content/views'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { MissingTranslations } from '../article/missing-translations'
import { PictureImage } from '../pictures/picture-image'
import { SearchMark } from '../search/search-mark'
import { TermText } from '../terms/term-text'
import { BrandMark } from './brand-mark'
import { LanguageLinks } from './language-links'
import { currency, navigationOf } from './navigation'
import type { SiteFrame } from './site-frame'
import { ThemeToggle } from './theme-toggle'

export function SiteHeader({ locale, site, path, translations }: SiteFrame) {
  const t = translator(locale, 'site')
  const links = navigationOf(site, locale).map(({ label, href }) => (
    <li key={href}>
      <a href={href} aria-current={currency(href, path)}>
        <TermText term={label} locale={locale} />
      </a>
    </li>
  ))
  const searchHref = hrefFor({ page: 'search', locale })
  return (
    <header>
      <div className="site-header">
        <a className="brand" href={hrefFor({ page: 'home', locale })} style={brandStyle(site)}>
          {site.logo ? (
            <PictureImage picture={{ ...site.logo, alt: '' }} sizes="6rem" first />
          ) : (
            <BrandMark />
          )}
          <span className="brand-name">
            <TermText term={site.name} locale={locale} />
          </span>
        </a>
        <nav className="site-nav" aria-label={t('nav.label')}>
          <ul>{links}</ul>
        </nav>
        <div className="site-tools">
          <a className="search-link" href={searchHref} aria-current={currency(searchHref, path)}>
            <SearchMark />
            <span className="visually-hidden">{t('search.open')}</span>
          </a>
          <LanguageLinks locale={locale} path={path} translations={translations} />
          <ThemeToggle label={t('theme.toggle')} />
          <details className="site-menu" data-menu="">
            <summary>{t('nav.menu')}</summary>
            <nav aria-label={t('nav.menu')}>
              <ul>
                <li>
                  <a href={searchHref} aria-current={currency(searchHref, path)}>
                    {t('search.open')}
                  </a>
                </li>
                {links}
              </ul>
            </nav>
          </details>
        </div>
      </div>
      <MissingTranslations locale={locale} translations={translations} />
    </header>
  )
}

/** The brand's colour tints only the mark, because it may be illegible as text. */
const brandStyle = ({ accent }: SiteView) =>
  accent === undefined ? undefined : ({ '--brand': accent } as CSSProperties)
