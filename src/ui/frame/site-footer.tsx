import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'
import { TermText } from '../terms/term-text'
import { BrandMark } from './brand-mark'
import { LanguageLinks } from './language-links'
import { navigationOf } from './navigation'
import type { SiteFrame } from './site-frame'

export function SiteFooter({ locale, site, path, translations }: SiteFrame) {
  const t = translator(locale, 'site')
  return (
    <footer className="site-footer">
      <div className="site-footer-about">
        <p className="site-footer-name">
          <BrandMark size={22} />
          <TermText term={site.name} locale={locale} />
        </p>
        {site.tagline && (
          <p className="site-footer-tagline">
            <TermText term={site.tagline} locale={locale} />
          </p>
        )}
        <LanguageLinks locale={locale} path={path} translations={translations} />
      </div>
      <nav aria-label={t('footer.label')} className="site-footer-links">
        <div>
          <h2>{t('footer.read')}</h2>
          <ul>
            {navigationOf(site, locale).map(({ label, href }) => (
              <li key={href}>
                <a href={href}>
                  <TermText term={label} locale={locale} />
                </a>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h2>{t('footer.social')}</h2>
          <ul>
            {site.social.map(({ label, href }) => (
              <li key={href}>
                <a href={href} rel="me noopener">
                  {label}
                </a>
              </li>
            ))}
            <li>
              <a href={hrefFor({ page: 'rss', locale })} type="application/rss+xml">
                {t('footer.feed')}
              </a>
            </li>
            <li>
              <a href={hrefFor({ page: 'atom', locale })} type="application/atom+xml">
                {t('footer.atom')}
              </a>
            </li>
            <li>
              <a href={hrefFor({ page: 'jsonFeed', locale })} type="application/feed+json">
                {t('footer.jsonFeed')}
              </a>
            </li>
          </ul>
        </div>
      </nav>
      <a className="site-footer-top" href="#top">
        {t('footer.top')}
      </a>
    </footer>
  )
}
