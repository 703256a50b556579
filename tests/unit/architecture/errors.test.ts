import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Rooms that are one program each time: a command, or code that catches what it throws itself. */
const oneProgram = /^src\/(?:commands|docusaurus|markdown)\//

const files = globSync('{app,collections,src}/**/*.{ts,tsx}').map((file) => file.replaceAll('\\', '/'))
const textOf = (file: string) => readFileSync(file, 'utf8')
const ours = new Set(
  files.flatMap((file) =>
    [...textOf(file).matchAll(/class (\w+) extends \w*Error\b/g)].map(([, name]) => name),
  ),
)

test('an error of ours that may come from another bundle is told by its name, not by its class', () => {
  expect(ours.size).toBeGreaterThan(10)
  const byClass = files
    .filter((file) => !oneProgram.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/instanceof (\w+)/g)]
        .filter(([, name]) => ours.has(name))
        .map(([whole]) => `${file}: ${whole}`),
    )
  expect(byClass).toEqual([])
})
