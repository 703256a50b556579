import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { carryTags } from '@/content/cached'
import { documentCard } from '@/content/card-addresses'
import { projectBySlug } from '@/content/projects'
import { siteView } from '@/content/site-view'
import { environment } from '@/env'
import { cacheTags } from '@/publishing/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { ProjectView } from '@/ui/project-view'
import { localeOf, segment } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; slug: string }> }

export const generateStaticParams = () => []

async function projectAt(params: Args['params']) {
  const locale = await localeOf(params)
  await carryTags(cacheTags.everything, cacheTags.projects(locale), cacheTags.articles(locale))
  const project = (await projectBySlug(locale, segment((await params).slug))) ?? notFound()
  return { locale, project }
}

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const { locale, project } = await projectAt(params)
  const origin = environment().siteUrl
  const card = await documentCard({ kind: 'project', id: project.id, locale })
  return pageMetadata({
    origin,
    site: await siteView(locale),
    locale,
    path: project.href,
    translations: project.translations,
    title: project.name,
    ...(project.summary ? { description: project.summary.text } : {}),
    ...(card && { card }),
  })
}

export default async function Page({ params }: Args) {
  const { locale, project } = await projectAt(params)
  const { timeZone } = await siteView(locale)
  return (
    <ReaderPage locale={locale} path={project.href} translations={project.translations}>
      <ProjectView locale={locale} timeZone={timeZone} project={project} />
    </ReaderPage>
  )
}
