import { expect, test } from 'vitest'
import { UsageError } from '@/commands/usage-error'
import type { PlannedArticle } from '@/docusaurus/import/plan/import-plan'
import { namedArticles } from '@/docusaurus/import/plan/named-articles'

const translated = 'i18n/id/docusaurus-plugin-content-blog/a.md'
const article = { importPath: 'blog/a.md', texts: { id: { file: translated } } } as PlannedArticle
const named = (...paths: string[]) =>
  namedArticles({ articles: [article] }, paths, [{ path: translated }, { path: 'blog/refused.md' }])

test('an article is named by the path of any of its languages, once', () => {
  expect(named('blog/a.md', translated)).toEqual([article])
})

test('a post that was refused is left out, and a path that is none of the site is wrong usage', () => {
  expect(named('blog/refused.md')).toEqual([])
  expect(() => named('blog/b.md')).toThrow(UsageError)
  expect(() => named('blog/b.md')).toThrow('`blog/b.md`')
})
