import { expect, test } from 'vitest'
import { mentionsIn } from '@/projects/mentions'
import { withBlockIds } from '@/richtext/identity/identity'
import { bodyOf } from '../../support/samples/bodies'

const projects = [
  { id: 'p1', name: 'Morpheus' },
  { id: 'p2', name: 'Morpheus AI', aliases: ['MOR'] },
  { id: 'p3', name: 'Nuco.cloud' },
  { id: 'p4', name: 'C++ Club (Jakarta)' },
]

const found = (...paragraphs: string[]) =>
  mentionsIn(withBlockIds({ body: bodyOf(...paragraphs), scope: 'scope' }), projects).map(
    ({ project, matchedText, passage }) => ({ project, matchedText, passage }),
  )

test('of two names that begin together, the longer counts', () => {
  expect(found('Kami menulis tentang Morpheus AI.')).toEqual([
    { project: 'p2', matchedText: 'Morpheus AI', passage: 'Kami menulis tentang Morpheus AI.' },
  ])
})

test('an alias is a mention, a part of a word is not', () => {
  expect(
    found('MOR naik. MORTAL tidak. Supermorpheus juga tidak.').map(({ matchedText }) => matchedText),
  ).toEqual(['MOR'])
})

test('signs in a name are signs, not patterns', () => {
  expect(
    found('Nuco.cloud, bukan Nucoxcloud. C++ Club (Jakarta) juga.').map(({ project }) => project),
  ).toEqual(['p3', 'p4'])
})

test('the passage is the sentence, and a block counts once for each project', () => {
  expect(found('Pembuka. Lalu Morpheus tampil. Morpheus lagi.')).toEqual([
    { project: 'p1', matchedText: 'Morpheus', passage: 'Lalu Morpheus tampil.' },
  ])
})

test('without projects nothing is mentioned', () => {
  expect(mentionsIn(bodyOf('Morpheus'), [])).toEqual([])
})
