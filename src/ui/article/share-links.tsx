import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'

type Props = { title: string; address: string; locale: Locale }

/**
 * Plain links to the services that readers here use for sharing. They load nothing and count nobody. The two
 * buttons appear only when the reader's script runs, and the first only when the system has its own way to share.
 */
export function ShareLinks({ title, address, locale }: Props) {
  const t = translator(locale, 'site')
  return (
    <section className="share" aria-labelledby="article-share">
      <h2 id="article-share">{t('share.title')}</h2>
      <ul>
        <li className="share-system">
          <button type="button" data-share={address} data-title={title}>
            {t('share.system')}
          </button>
        </li>
        <li className="share-copy">
          <button type="button" data-copy={address} data-done={t('share.copied')} aria-live="polite">
            {t('share.copy')}
          </button>
        </li>
        {services(title, address).map(([name, href]) => (
          <li key={name}>
            <a href={href} rel="noopener noreferrer nofollow">
              {name}
            </a>
          </li>
        ))}
        <li>
          <a
            href={`mailto:?${new URLSearchParams({ subject: title, body: address })}`.replaceAll('+', '%20')}
          >
            {t('share.mail')}
          </a>
        </li>
      </ul>
    </section>
  )
}

const services = (title: string, url: string): [name: string, href: string][] => {
  const text = `${title} ${url}`
  return [
    ['WhatsApp', `https://wa.me/?${new URLSearchParams({ text })}`],
    ['Telegram', `https://t.me/share/url?${new URLSearchParams({ url, text: title })}`],
    ['X', `https://x.com/intent/post?${new URLSearchParams({ url, text: title })}`],
    ['Facebook', `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u: url })}`],
    ['Bluesky', `https://bsky.app/intent/compose?${new URLSearchParams({ text })}`],
  ]
}
