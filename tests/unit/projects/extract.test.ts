import { describe, expect, test } from 'vitest'
import { toBody } from '@/markdown/read/to-body'
import { projectRowsIn } from '@/projects/extract'
import { withBlockIds } from '@/richtext/identity/identity'

const rows = (markdown: string) =>
  projectRowsIn(toBody(markdown).body).map(({ name, category, summary }) => ({ name, category, summary }))

const below = (items: string) => rows(`## Alat\n\n${items}\n`)

describe('a bullet that begins with a bold name and says what it is', () => {
  test.each([
    ['the colon in the bold', '- **Lumbung:** Menyimpan kata.'],
    ['the colon behind it', '- **Lumbung**: Menyimpan kata.'],
    ['a full-width colon', '- **Lumbung**：Menyimpan kata.'],
    ['a dash', '- **Lumbung** – Menyimpan kata.'],
    ['a hyphen between spaces', '- **Lumbung** - Menyimpan kata.'],
    ['bold by underscores', '- __Lumbung__: Menyimpan kata.'],
    ['blank lines between items', '- **Lumbung**: Menyimpan kata.\n\n- Lain.'],
    ['words on the next line', '- **Lumbung**: Menyimpan\n  kata.'],
    ['a list below it', '- **Lumbung**: Menyimpan kata.\n  - **Cepat**: dan ringan.'],
  ])('a bullet of a bold name and a summary is a project: %s', (_, markdown) => {
    expect(below(markdown)).toEqual([{ name: 'Lumbung', category: ['Alat'], summary: 'Menyimpan kata.' }])
  })

  test('the summary of a project keeps links, code and emphasis as Markdown', () => {
    expect(
      below('- **Lumbung**: *Dari* [kami](https://lumbung.example), `npm` dan **gratis**, $5.'),
    ).toMatchObject([{ summary: '_Dari_ [kami](https://lumbung.example), `npm` dan **gratis**, $5.' }])
  })

  test('a project has the address that its name leads to', () => {
    const { body } = toBody('## Alat\n\n- **[Lumbung](https://lumbung.example)**: Menyimpan kata.\n')
    expect(projectRowsIn(body)).toMatchObject([{ name: 'Lumbung', website: 'https://lumbung.example' }])
  })

  test('a project names the list item that says so', () => {
    const { body } = toBody('Kata.\n\n## Alat\n\n- **Lumbung**: Menyimpan kata.\n')
    const [row] = projectRowsIn(withBlockIds({ body, scope: 'scope' }))
    expect(row).toMatchObject({ rootIndex: 2, blockId: expect.stringMatching(/^[0-9a-z]{12}$/) })
  })
})

test('its category is the second-level heading above, and the third-level one below that', () => {
  const item = (name: string) => `- **${name}**: Ada.`
  const text = [
    item('Nol'),
    '## A',
    item('Satu'),
    '### B',
    item('Dua'),
    '#### C',
    item('Tiga'),
    '## D',
    item('Empat'),
  ]
  expect(rows(text.join('\n\n')).map(({ name, category }) => [name, ...category])).toEqual([
    ['Satu', 'A'],
    ['Dua', 'A', 'B'],
    ['Tiga', 'A', 'B'],
    ['Empat', 'D'],
  ])
})

describe('no project', () => {
  test.each([
    ['a numbered step', '1. **Buka**: Tekan tombolnya.'],
    ['a task', '- [ ] **Lumbung**: Menyimpan kata.'],
    ['an item inside an item', '- Ciri:\n  - **Cepat**: dan ringan.'],
    ['an item in a quotation', '> - **Lumbung**: Menyimpan kata.'],
    ['bold words within the text', '- Ada **Lumbung**: Menyimpan kata.'],
    ['bold words that a sentence goes on from', '- **Gudang kata** yang cepat.'],
    ['bold words that nothing is said of', '- **Lumbung**'],
    ['a colon that nothing follows', '- **Lumbung**:'],
    ['a figure', '- **Peringkat:** #814,037'],
    ['a sentence', '- **Gudang ini cepat.**: Menyimpan kata.'],
    ['a statement', `- **${'Gudang kata yang sangat besar '.repeat(3)}**: Menyimpan kata.`],
    ['italics', '- *Lumbung*: Menyimpan kata.'],
    ['a paragraph', '**Lumbung**: Menyimpan kata.'],
    ['a hyphen within a word', '- **Lumbung**-nya: Menyimpan kata.'],
    ['signs without a letter', '- **—**: Menyimpan kata.'],
  ])('no project is %s', (_, markdown) => {
    expect(below(markdown)).toEqual([])
  })
})
