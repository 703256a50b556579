import type { Body } from '@/richtext/nodes'

/** A field that a language of a document needs before it may be published. */
export type Need = 'title' | 'slug' | 'body'

/** Returns the needs that are not met. A text must be more than white space, and a body must show something. */
export function missing(
  document: { title?: unknown; slug?: unknown; body?: unknown },
  needs: readonly Need[],
): Need[] {
  const met: Record<Need, boolean> = {
    title: isFilled(document.title),
    slug: isFilled(document.slug),
    body: showsSomething(document.body as Body | null | undefined),
  }
  return needs.filter((need) => !met[need])
}

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

function showsSomething(body: Body | null | undefined): boolean {
  return (body?.root?.children ?? []).some((node) => node.type !== 'paragraph' || node.children.length > 0)
}
