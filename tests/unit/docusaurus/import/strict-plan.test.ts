import { expect, test } from 'vitest'
import { strictPlan } from '@/docusaurus/import/plan/strict-plan'
import { codes, en, id, planOfTexts, post } from '../site'

test('refuses the language that is warned of, and takes the other', () => {
  const files = {
    [en('a')]: post('title: A'),
    [id('a')]: post('title: B', '![](https://a.id/b.png)\n\nWords.'),
  }
  const plan = strictPlan(planOfTexts(files))
  expect(codes(plan.refused)).toContain(`${id('a')}:5 empty-alt`)
  expect(plan.warnings).toEqual([])
  expect(plan.articles.map(({ texts }) => Object.keys(texts))).toEqual([['en']])
  expect(plan.redirects.map(({ locale }) => locale)).toEqual(['en'])
})

test('makes the translation the source of an article whose original is refused', () => {
  const files = { [en('a')]: post('title: A\ntags: [2025]'), [id('a')]: post('title: B\ntags: [baru]') }
  expect(strictPlan(planOfTexts(files)).articles).toMatchObject([
    { sourceLocale: 'id', texts: { id: { title: 'B' } } },
  ])
})

test('leaves nothing of an article that is warned of in all its languages', () => {
  const plan = strictPlan(planOfTexts({ [en('a')]: post('title: A') }))
  expect(codes(plan.refused)).toEqual([`${en('a')}:1 translation-missing`])
  expect([plan.articles, plan.redirects]).toEqual([[], []])
})
