import { Api } from '../../support/product/api'
import { type Installation, startProduct } from '../../support/product/product'
import { hireStaff, password, people } from '../../support/product/staff'
import { demonstration } from '../../support/samples/demonstration'
import { test as base } from '../test'
import { type Story, writeStory } from './story'

export const test = base.extend<{
  /** An article that is published in both languages. */
  story: Story
  /** An article that is published only in Indonesian. */
  indonesianStory: Story
  /** An installation for one test, with a published article in it and no server running. */
  installed: { installation: Installation; story: Story }
}>({
  story: async ({ api }, use) => {
    const story = await writeStory(api)
    await use(story)
    await story.remove()
  },
  indonesianStory: async ({ api }, use) => {
    const story = await writeStory(api, ['id'])
    await use(story)
    await story.remove()
  },
  installed: [
    async ({}, use) => {
      const installation = await demonstration()
      try {
        const running = await startProduct(installation)
        const story = await hireStaff(installation, running)
          .then(() => new Api(installation.origin).signIn(people.editor, password))
          .then((api) => writeStory(api))
          .finally(() => running.stop())
        await use({ installation, story })
      } finally {
        await installation.remove()
      }
    },
    { timeout: 300_000 },
  ],
})

export { expect } from '../test'
