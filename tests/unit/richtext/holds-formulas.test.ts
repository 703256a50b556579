import { expect, test } from 'vitest'
import { toBody } from '@/markdown/read/to-body'
import { holdsFormulas } from '@/richtext/formulas'

test.each([
  ['Luas $\\pi r^2$.', true],
  ['- satu\n- $x$', true],
  ['$$\nx^2\n$$', true],
  ['Antara `$5` dan seterusnya.', false],
])('knows whether there is a formula in %j', (source, holds) => {
  expect(holdsFormulas(toBody(source, { dialect: { format: 'mdx', math: true } }).body)).toBe(holds)
})
