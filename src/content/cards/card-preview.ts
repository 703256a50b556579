import type { z } from 'zod'
import { previewCards } from '@/access/rules'
import type { Locale } from '@/i18n/locales'
import type { CardWords } from '@/og/card/card'
import type { previewForm } from '@/og/http/preview-form'
import { asVisitor, cms } from '../cms'
import { authorsById, tagLinksById } from '../terms/people'
import { articleCardWords, projectCardWords } from './card-words'

/** A user who may see the cards of unsaved words. */
export type Previewer = NonNullable<Awaited<ReturnType<typeof signedInBy>>>

type Form = z.output<typeof previewForm>

/** Returns the signed-in user of a request, if this user may preview cards. */
export async function previewer(headers: Headers): Promise<Previewer | undefined> {
  const user = await signedInBy(headers)
  return user && previewCards({ req: { user } }) ? user : undefined
}

const signedInBy = async (headers: Headers) => (await (await cms()).auth({ headers })).user

/**
 * Returns the words that a card would have if the form were published now. Words that the form lacks are read with
 * this user's rights.
 */
export async function previewWords(form: Form, user: Previewer): Promise<CardWords> {
  return form.kind === 'article' ? articleWords(form, user) : projectWords(form, user)
}

async function articleWords(form: Form, user: Previewer): Promise<CardWords> {
  const { locale } = form
  const own = form.own ?? (await savedArticle(form, user))
  const [authors, tags] = await Promise.all([
    authorsById(form.authors, locale),
    tagLinksById(form.tags, locale),
  ])
  return articleCardWords(
    {
      id: form.id ?? undefined,
      title: own?.title ?? '',
      publishedAt: own?.publishedAt ?? new Date().toISOString(),
      authors: form.authors.flatMap((id) => authors.get(id) ?? []),
      tags: form.tags.flatMap((id) => tags.get(id) ?? []),
      ...(own?.summary && { description: own.summary }),
      ...(form.layout && { cardLayout: form.layout }),
    },
    locale,
  )
}

async function projectWords(form: Form, user: Previewer): Promise<CardWords> {
  const { locale, id, name, category, website, layout } = form
  const summary = form.own ? form.own.summary : await savedSummary(form, user)
  return projectCardWords(
    {
      id: id ?? undefined,
      name: name ?? '',
      summary,
      category: category ?? undefined,
      website,
      cardLayout: layout,
    },
    locale,
  )
}

async function savedArticle({ id, locale }: Form, user: Previewer) {
  const [article] = (await (await cms()).find({ collection: 'articles', ...newest(id, locale, user) })).docs
  return article && { ...article, summary: article.description }
}

async function savedSummary({ id, locale }: Form, user: Previewer) {
  const [project] = (await (await cms()).find({ collection: 'projects', ...newest(id, locale, user) })).docs
  return project?.summary || project?.memberships?.[0]?.summary
}

const newest = (id: string | null | undefined, locale: Locale, user: Previewer) => ({
  where: { id: { equals: id ?? null } },
  draft: true,
  limit: 1,
  user,
  ...asVisitor(locale),
})
