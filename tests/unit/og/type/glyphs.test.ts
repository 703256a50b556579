import { describe, expect, test } from 'vitest'
import { emojiDrawings } from '@/og/type/emoji'
import { createFonts } from '@/og/type/fonts'
import { createGlyphs } from '@/og/type/glyphs'

const fonts = createFonts(process.cwd())
const drawings = emojiDrawings(process.cwd())
const { of, drawable, measure } = createGlyphs(fonts, drawings)

const letters = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).filter(
    (letter) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter),
  )

const decoded = (encoding: string, [first, last]: [number, number]) =>
  Array.from({ length: last - first + 1 }, (_, row) =>
    Array.from({ length: 94 }, (_, cell) =>
      new TextDecoder(encoding).decode(Uint8Array.of(first + row, 0xa1 + cell)),
    ),
  )
    .flat()
    .filter((letter) => /^[\p{sc=Han}\p{sc=Hangul}]$/u.test(letter))

test.each([
  'Desentralisasi “AI” – sebuah tinjauan…',
  'Trí tuệ nhân tạo phi tập trung',
  'Децентралізований штучний інтелект, Ґ',
  'Αποκεντρωμένη τεχνητή νοημοσύνη, ᾧ',
  'विकेंद्रीकृत कृत्रिम बुद्धिमत्ता',
  'Kraków, Çeşme, Łódź, Þórr, €5, №7, 50‰',
  'الذكاء الاصطناعي المُسْتَقْبَل، ١٢؟',
  'בינה מלאכותית: סְקִירָה',
  'ปัญญาประดิษฐ์ น้ำใจ',
  '去中心化人工智能，概述；開放',
  '分散型AIの「未来」、チャンス',
  '탈중앙화 인공지능 大韓民國',
  'x ∈ ℝ → √2 ≠ ∞, ∑ₙ aₙ ⇒ 𝔽 ⟶ x⁻¹',
])('%s can be drawn', (text) => {
  expect(drawable(text.normalize('NFC'), 800)).toBe(text.normalize('NFC'))
  expect(drawable(text.normalize('NFC'), 500)).toBe(text.normalize('NFC'))
})

test.each(['👋🏽', '🇮🇩', '👩🏽‍🚀', '👨‍👩‍👧‍👦', '3️⃣', '❤️', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])(
  'the emoji %s is one drawing',
  (emoji) => {
    expect(of(emoji, 800, 'chinese')).toEqual([
      { text: emoji, width: expect.any(Number), emoji: expect.any(String) },
    ])
  },
)

test('an emoji that was joined in an unknown way is shown as its members', () => {
  expect(of('🐙‍🚀', 800, 'chinese')).toHaveLength(2)
})

test('a sign that may be an emoji is set as a letter where no picture is asked for', () => {
  expect(of('☺', 800, 'chinese')).toEqual([expect.objectContaining({ face: expect.anything() })])
  expect(of('☺\ufe0f', 800, 'chinese')).toEqual([expect.objectContaining({ emoji: '263a' })])
})

test('a character that no font has is dropped, with the space that it leaves', () => {
  expect(drawable('Halo ᬅ ꦗꦮ dunia!', 800)).toBe('Halo dunia!')
})

test('a letter whose mark no font has is kept', () => {
  expect(drawable('x\u1b04y', 800)).toBe('xy')
})

test('a text of which nothing can be drawn becomes empty', () => {
  expect(drawable('ᬅᬓ', 800)).toBe('')
})

test.each<[string, string[]]>([
  ['Latin', letters(0x21, 0x24f)],
  ['Latin with two marks', letters(0x1e00, 0x1eff)],
  ['Greek', letters(0x370, 0x3ff)],
  ['Cyrillic', letters(0x400, 0x52f)],
  ['Arabic', letters(0x600, 0x6ff)],
  ['Hebrew', letters(0x5d0, 0x5f4)],
  ['Thai', letters(0xe01, 0xe5b)],
  ['Devanagari', letters(0x904, 0x97f)],
  ['Kana', letters(0x3041, 0x30ff)],
  ['Hangul syllables', letters(0xac00, 0xd7a3)],
  ['the characters of everyday Chinese (GB 2312, first level)', decoded('gbk', [0xb0, 0xd7])],
  ['the Hanja of KS X 1001', decoded('euc-kr', [0xca, 0xfd])],
  ['punctuation', letters(0x2010, 0x205e)],
  ['superscripts and subscripts', letters(0x2070, 0x209c)],
  ['arrows', letters(0x2190, 0x21ff)],
  ['mathematical operators', letters(0x2200, 0x22ff)],
  ['supplemental operators', letters(0x2a00, 0x2aff)],
  ['mathematical letters', letters(0x1d400, 0x1d7ff)],
  ['dingbats', letters(0x2701, 0x27bf)],
])('the fonts have all of %s', (_, expected) => {
  const missing = expected.filter((letter) => of(letter, 800, 'chinese').length === 0)
  expect([expected.length > 25, missing.join('')]).toEqual([true, ''])
})

describe('measure', () => {
  const width = measure(800, 0)

  test('a width adds up the advances that the font file states', () => {
    expect(width('ii')).toBeCloseTo(2 * width('i'))
    expect(width('W')).toBeGreaterThan(2 * width('i'))
  })

  test('a width has the tracking after each character', () => {
    expect(measure(800, -0.1)('abc')).toBeCloseTo(width('abc') - 0.3)
  })

  test('a Cyrillic letter is measured in Noto Sans', () => {
    expect(width('Ж')).toBeGreaterThan(0.5)
  })

  test('Arabic letters have the width of their joined shapes', () => {
    expect(width('سسس')).toBeLessThan(3 * width('س') - 0.5)
  })

  test('marks have no width of their own', () => {
    expect(width('سَ')).toBeCloseTo(width('س'))
    expect(width('ก้')).toBeCloseTo(width('ก'))
  })
})
