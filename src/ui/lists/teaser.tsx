import type { ArticleSummary } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { Byline } from '../article/byline'
import type { KawungDesign } from '../pictures/kawung'
import { KawungPicture } from '../pictures/kawung-picture'
import { PictureImage } from '../pictures/picture-image'
import { TermText } from '../terms/term-text'

type Props = {
  article: ArticleSummary
  locale: Locale
  timeZone: string
  design: KawungDesign
  /** The first article of a page is set large, and its picture is fetched first. */
  lead?: boolean
  heading?: 'h2' | 'h3'
}

/** An article in a list. Its whole area links to the article, by the link in its title. */
export function Teaser({ article, locale, timeZone, design, lead = false, heading = 'h2' }: Props) {
  const Heading = heading
  const [topic] = article.tags
  return (
    <article className={lead ? 'teaser teaser-lead' : 'teaser'}>
      <div className="teaser-picture">
        {article.hero ? (
          <PictureImage
            picture={{ ...article.hero, alt: '' }}
            sizes={lead ? '(min-width: 60rem) 44rem, 100vw' : '(min-width: 60rem) 30rem, 100vw'}
            first={lead}
          />
        ) : (
          <KawungPicture design={design} />
        )}
      </div>
      <div className="teaser-text">
        {topic && (
          <p className="kicker">
            <a href={topic.href}>
              <TermText term={topic.label} locale={locale} />
            </a>
          </p>
        )}
        <Heading className="teaser-title">
          <a href={article.href}>{article.title}</a>
        </Heading>
        {article.description && <p className="teaser-description">{article.description}</p>}
        <Byline article={article} locale={locale} timeZone={timeZone} brief />
      </div>
    </article>
  )
}
