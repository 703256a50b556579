import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Returns the rules of axe that a page breaks, each with the elements that break it. */
export async function complaintsOfAxe(page: Page): Promise<[rule: string, elements: string[]][]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
