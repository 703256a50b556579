import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { draftArticle } from '@/content/articles/draft-article'
import { siteView } from '@/content/site/site-view'
import { ArticleView } from '@/ui/article/article-view'
import { DraftNotice } from '@/ui/notices/draft-notice'
import { PreviewBanner } from '@/ui/notices/preview-banner'
import { localeOf } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; id: string }> }

// Only a signed-in user may see a draft, and it changes, so it is never cached.
export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Shows the saved draft of the language that is being edited as its page would show it. */
export default async function Page({ params }: Args) {
  const locale = await localeOf(params)
  const { id } = await params
  const article = (await draftArticle({ id, locale, headers: await headers() })) ?? notFound()
  const { timeZone } = await siteView(locale)
  const banner = (
    <PreviewBanner locale={locale} exitHref={`/admin/collections/articles/${id}?locale=${locale}`} />
  )
  return (
    <ReaderPage locale={locale} path={article.href} translations={article.translations} banner={banner}>
      {article.translations[locale] === undefined && <DraftNotice locale={locale} />}
      <ArticleView article={article} timeZone={timeZone} />
    </ReaderPage>
  )
}
