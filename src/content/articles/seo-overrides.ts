import type { Article, Project } from '@/payload-types'
import type { SeoOverrides } from '../views'

export const seoOverrides = ({ seo }: Pick<Article | Project, 'seo'>): SeoOverrides => ({
  ...(seo?.title ? { title: seo.title } : {}),
  ...(seo?.description ? { description: seo.description } : {}),
  hidden: seo?.hidden ?? false,
})
