import type { FormState } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { PreviewForm } from '@/og/http/preview-form'

export type PreviewKind = PreviewForm['kind']

/**
 * Returns the parts of a document's form that its card shows in one language. The form holds words only in the
 * language that is edited. For other languages the server uses the words that were saved last.
 */
export function cardForm(
  fields: FormState,
  asked: { kind: PreviewKind; locale: Locale; edited: boolean },
): PreviewForm {
  const { kind, locale, edited } = asked
  const text = (path: string) => {
    const value = fields[path]?.value
    return typeof value === 'string' ? value : null
  }
  const summary = kind === 'article' ? text('description') : text('summary') || text('memberships.0.summary')
  return {
    kind,
    locale,
    layout: text('cardLayout') as PreviewForm['layout'],
    ...(edited && { own: { title: text('title'), summary, publishedAt: text('publishedAt') } }),
    name: text('name'),
    authors: ids(fields.authors?.value),
    tags: ids(fields.tags?.value),
    category: text('memberships.0.category'),
    website: text('website'),
  }
}

const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
