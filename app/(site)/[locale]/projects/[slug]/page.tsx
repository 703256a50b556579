import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { carryTags } from '@/content/cached'
import { documentCard } from '@/content/cards/card-addresses'
import { projectBySlug } from '@/content/projects/projects'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { ProjectView } from '@/ui/project/project-view'
import { Breadcrumbs } from '../../breadcrumbs'
import { decodedSegment, localeOf } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; slug: string }> }

export const generateStaticParams = () => []

async function projectAt(params: Args['params']) {
  const locale = await localeOf(params)
  await carryTags(cacheTags.everything, cacheTags.projects(locale), cacheTags.articles(locale))
  const project = (await projectBySlug(locale, decodedSegment((await params).slug))) ?? notFound()
  return { locale, project }
}

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const { locale, project } = await projectAt(params)
  const origin = environment().siteUrl
  const card = await documentCard({ kind: 'project', id: project.id, locale })
  const description = project.seo.description ?? project.summary?.text
  return pageMetadata({
    origin,
    site: await siteView(locale),
    locale,
    path: project.href,
    translations: project.translations,
    title: project.seo.title ?? project.name,
    ...(description ? { description } : {}),
    hidden: project.seo.hidden,
    ...(card && { card }),
  })
}

export default async function Page({ params }: Args) {
  const { locale, project } = await projectAt(params)
  const site = await siteView(locale)
  return (
    <ReaderPage locale={locale} path={project.href} translations={project.translations}>
      <Breadcrumbs
        site={site}
        locale={locale}
        steps={[
          { name: translator(locale, 'site')('projects.title'), href: hrefFor({ page: 'projects', locale }) },
          { name: project.name, href: project.href },
        ]}
      />
      <ProjectView locale={locale} timeZone={site.timeZone} project={project} />
    </ReaderPage>
  )
}
