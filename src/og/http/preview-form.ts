import { z } from 'zod'
import { locales } from '@/i18n/locales'
import { cardLayouts } from '../card/card-layouts.ts'
import type { Remarks } from '../card/remarks.ts'

const id = z.uuid()
const text = z.string().max(5_000).nullish()

/**
 * The form of a document as the admin panel sends it to ask for a preview. `own` holds the words in this language;
 * without it, the words that were saved last are used.
 */
export const previewForm = z.object({
  kind: z.enum(['article', 'project']),
  id: id.nullish(),
  locale: z.enum(locales),
  layout: z.enum(cardLayouts).nullish(),
  own: z.object({ title: text, summary: text, publishedAt: z.iso.datetime().nullish() }).optional(),
  name: text,
  authors: z.array(id).max(50).default([]),
  tags: z.array(id).max(50).default([]),
  category: id.nullish(),
  website: text,
})

export type PreviewForm = z.input<typeof previewForm>

/** The answer to a preview: a picture in base64, or null while the form has no words. */
export type PreviewAnswer = { title: string; summary: string; card: PreviewCard | null }

export type PreviewCard = { png: string; bytes: number } & Remarks
