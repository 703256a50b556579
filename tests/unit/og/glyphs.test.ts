import { describe, expect, test } from 'vitest'
import { loadTypefaces } from '@/og/fonts'
import { drawable, measureWith } from '@/og/glyphs'

const { advances } = loadTypefaces(process.cwd())[800]

describe('drawable', () => {
  test.each([
    'Desentralisasi “AI” – sebuah tinjauan…',
    'Trí tuệ nhân tạo phi tập trung',
    'Децентралізований штучний інтелект, Ґ',
    'Αποκεντρωμένη τεχνητή νοημοσύνη, ᾧ',
    'विकेंद्रीकृत कृत्रिम बुद्धिमत्ता',
    'Kraków, Çeşme, Łódź, Þórr, €5, №7',
  ])('keeps %s', (text) => {
    expect(drawable(text.normalize('NFC'), advances)).toBe(text.normalize('NFC'))
  })

  test('drops what no font has, and the space it leaves', () => {
    expect(drawable('Halo 🌍 dunia 你好!', advances)).toBe('Halo dunia !')
  })

  test('keeps a base whose mark no font has', () => {
    expect(drawable('x\u030cy', advances)).toBe('xy')
  })

  test('is empty where nothing can be drawn', () => {
    expect(drawable('😀你好', advances)).toBe('')
  })
})

describe('measureWith', () => {
  const measure = measureWith(advances, 0)

  test('adds up the advances that the font file states', () => {
    expect(measure('ii')).toBeCloseTo(2 * measure('i'))
    expect(measure('W')).toBeGreaterThan(2 * measure('i'))
  })

  test('adds the tracking after each character', () => {
    expect(measureWith(advances, -0.1)('abc')).toBeCloseTo(measure('abc') - 0.3)
  })

  test('takes a Cyrillic letter from Noto Sans', () => {
    expect(measure('Ж')).toBeGreaterThan(0.5)
  })
})
