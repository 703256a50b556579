import { expect, test } from 'vitest'
import { mayBeOne, probablyMeant } from '@/projects/names'

test.each([
  ['Morpheus', 'Morpheus AI'],
  ['lPAAL AI', 'PAAL AI'],
  ['Nuco.cloud', 'NucoCloud'],
  ['CUDOS', 'Cudos'],
  ['Phantasma', 'Fantasma', false],
  ['Singularity', 'Singularty'],
  ['Arc', 'Art', false],
  ['SingularityNET', 'SingularityDAO', false],
  ['Node AI', 'NodeSynapse', false],
  ['Arc', 'Arch', false],
  ['Ritual', 'Ritual', false],
])('%s and %s may be one: %s', (one, other, may = true) => {
  expect([mayBeOne(one, other), mayBeOne(other, one)]).toEqual([may, may])
})

test.each([
  ['lPAAL AI', 'PAAL AI'],
  ['iExec RLC', undefined],
  ['io.net', undefined],
  ['lumbung', undefined],
  ['PAAL AI', undefined],
])('%s is probably meant as %s', (name, meant) => {
  expect(probablyMeant(name)).toBe(meant)
})
