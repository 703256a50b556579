import type { AroundArticle, ArticleDetails } from '@/content/views'
import { translator } from '@/i18n/translator'
import { LanguageLinks } from '../frame/language-links'
import { kawungOf } from '../pictures/kawung'
import { KawungPicture } from '../pictures/kawung-picture'
import { PictureImage } from '../pictures/picture-image'
import { AuthorCard } from '../terms/author-card'
import { TermText } from '../terms/term-text'
import { ArticleAround } from './article-around'
import { Byline } from './byline'
import { Contents } from './contents'
import { MentionedProjects } from './mentioned-projects'
import { ShareLinks } from './share-links'

type Props = {
  article: ArticleDetails
  timeZone: string
  /** The preview of a draft leaves this out, because editors do not read on from there. */
  around?: AroundArticle
  /** The address to share, with its origin. A draft has none. */
  address?: string
}

/** Readers see at a glance fewer headings than this, so the page needs no table of contents for them. */
const fewestHeadings = 3

export function ArticleView({ article, timeZone, around, address }: Props) {
  const { locale } = article
  const t = translator(locale, 'site')
  const [topic] = article.tags
  return (
    <article className="article">
      <header className="article-head">
        {topic && (
          <p className="kicker">
            <a href={topic.href}>
              <TermText term={topic.label} locale={locale} />
            </a>
          </p>
        )}
        <h1>{article.title}</h1>
        {article.description && <p className="standfirst">{article.description}</p>}
        <div className="article-line">
          <Byline article={article} locale={locale} timeZone={timeZone} />
          <LanguageLinks
            locale={locale}
            path={article.href}
            translations={article.translations}
            sourceLocale={article.sourceLocale}
          />
        </div>
      </header>
      <ArticleHero article={article} />
      {article.headings.length >= fewestHeadings && (
        <Contents headings={article.headings} label={t('article.contents')} />
      )}
      <div
        className="prose"
        data-copy-label={t('article.copy')}
        data-copied-label={t('article.copied')}
        dangerouslySetInnerHTML={{ __html: article.html }}
      />
      <footer className="article-foot">
        {article.projects.length > 0 && <MentionedProjects projects={article.projects} locale={locale} />}
        {article.tags.length > 0 && (
          <section aria-labelledby="article-tags">
            <h2 id="article-tags">{t('article.tags')}</h2>
            <ul className="tags">
              {article.tags.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} rel="tag">
                    <TermText term={label} locale={locale} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {article.authors.length > 0 && (
          <section aria-labelledby="article-authors">
            <h2 id="article-authors">{t('article.authors', { count: article.authors.length })}</h2>
            {article.authors.map((author) => (
              <AuthorCard key={author.href} author={author} locale={locale} />
            ))}
          </section>
        )}
        {address && <ShareLinks title={article.title} address={address} locale={locale} />}
        {around && <ArticleAround around={around} locale={locale} timeZone={timeZone} />}
      </footer>
    </article>
  )
}

function ArticleHero({ article: { id, hero } }: Pick<Props, 'article'>) {
  if (hero === undefined) {
    return (
      <div className="article-hero article-hero-kawung">
        <KawungPicture design={kawungOf(id)} />
      </div>
    )
  }
  return (
    <figure className="article-hero">
      <PictureImage picture={hero} sizes="(min-width: 70rem) 66rem, 100vw" first />
      {hero.caption && <figcaption>{hero.caption}</figcaption>}
    </figure>
  )
}
