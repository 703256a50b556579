import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { CardWords } from '@/og/card/card'
import { createRenderer } from '@/og/store/render'
import { expectGolden } from './golden'

const { render, remarks } = createRenderer(process.cwd())
const brand = { name: 'Terbit', tagline: 'Blog dwibahasa dari penulis independen', accent: '#b8430b' }

const article = { kind: 'article', byline: 'Sari Widyastuti', detail: '12 November 2026' } as const

const cards: Record<string, CardWords> = {
  'seed-address': { kind: 'site', title: 'Desentralisasi AI: Sebuah Tinjauan' },
  'one-letter': { ...article, locale: 'id', title: 'A' },
  '54-characters': {
    ...article,
    locale: 'en',
    title: 'How a headless CMS can publish in two languages at once',
  },
  '120-characters': {
    ...article,
    locale: 'id',
    label: 'Penelitian',
    title:
      'Mempertanggungjawabkan keberlanjutan infrastruktur terdesentralisasi: pelajaran dari seratus proyek kecerdasan buatan',
  },
  '200-characters': {
    ...article,
    locale: 'en',
    title:
      'An exceptionally long title that goes on and on, because someone wanted to say everything in it, about publishing pipelines, translation memories, open graph cards, kawung patterns and two languages',
  },
  'long-words': {
    ...article,
    locale: 'id',
    title: 'Ketidakbertanggungjawaban dan mempertanggungjawabkannya',
  },
  'one-endless-word': { kind: 'tag', locale: 'id', title: 'a'.repeat(200) },
  vietnamese: { ...article, title: 'Trí tuệ nhân tạo phi tập trung: một cái nhìn tổng quan' },
  cyrillic: { kind: 'tag', title: 'Децентрализованный искусственный интеллект: обзор' },
  greek: { kind: 'project', locale: 'en', title: 'Αποκεντρωμένη τεχνητή νοημοσύνη: μια επισκόπηση' },
  arabic: { ...article, title: 'الذكاء الاصطناعي اللامركزي: نظرة عامة على المُسْتَقْبَل' },
  'arabic-mixed': { ...article, title: 'دليل Next.js 16 و React (الإصدار 19.3) في ١٢ خطوة: 50% أسرع!' },
  hebrew: { ...article, label: 'מחקר', title: 'בינה מלאכותית מבוזרת: סְקִירָה כללית' },
  'hebrew-in-english': { ...article, locale: 'en', title: 'The word שלום means peace, and سلام too' },
  thai: { ...article, title: 'ปัญญาประดิษฐ์แบบกระจายศูนย์: ภาพรวมและที่นี่ ก้ำ ญู่ ปั๊ม น้ำใจ' },
  devanagari: { ...article, title: 'विकेंद्रीकृत कृत्रिम बुद्धिमत्ता: एक सिंहावलोकन, क्ष्त्रिय र्कि' },
  chinese: { ...article, title: '去中心化人工智能概述：开放研究与未来的机遇、风险和治理' },
  'chinese-traditional': { ...article, title: '去中心化人工智慧概述：開放研究與未來的機會' },
  japanese: { ...article, title: '分散型AIの概要：オープンな研究と「未来」のチャンス、直次' },
  korean: { ...article, title: '탈중앙화 인공지능 개요: 열린 연구와 미래의 기회 (大韓民國)' },
  emoji: { ...article, title: 'Emoji 👋🏽 🇮🇩🇯🇵 👩🏽‍🚀 👨‍👩‍👧‍👦 3️⃣ #️⃣ ❤️ 🏳️‍🌈 🏴󠁧󠁢󠁥󠁮󠁧󠁿 dan ☺ ™ ✓' },
  mathematics: { ...article, title: 'f: ℝ → ℂ, ∀x ∈ ∅ ⇒ ∑ₙ 1⁄n² ≤ π²⁄6 ⟶ ∞ ≠ √2 ± 𝒜 𝔽 ⊗ ∂' },
  mixture: { ...article, title: 'Selamat pagi 世界 🌏 Привет مرحبا こんにちは → สวัสดี नमस्ते' },
  project: {
    kind: 'project',
    locale: 'id',
    label: 'Alat bantu · Penerjemahan',
    title: 'Kamus Kawung',
    summary:
      'Kamus istilah dua bahasa yang tumbuh dari tulisan para penerjemah, dengan asal setiap istilah dan contoh pemakaiannya dalam kalimat yang nyata.',
    detail: '12 artikel',
  },
  'layout-summary': {
    ...article,
    layout: 'summary',
    locale: 'id',
    label: 'Penelitian',
    title: 'Desentralisasi AI: Sebuah Tinjauan',
    summary:
      'Siapa yang menjalankan model, siapa yang memilikinya, dan apa yang berubah saat keduanya tidak lagi sama.',
  },
  'layout-title': {
    kind: 'article',
    layout: 'title',
    locale: 'en',
    title: 'How a headless CMS can publish in two languages at once',
  },
  'layout-emblem': {
    kind: 'project',
    layout: 'emblem',
    locale: 'id',
    title: 'Kamus Kawung',
    summary: 'Kamus istilah dua bahasa yang tumbuh dari tulisan para penerjemah.',
    detail: 'kawung.example',
  },
  tag: { kind: 'tag', locale: 'en', title: 'Decentralized research', detail: '24 articles' },
  author: { kind: 'author', locale: 'id', title: 'Ngozi Adeyemi Widyastuti', detail: 'Penyunting, Jakarta' },
  'author-right-to-left': { kind: 'author', locale: 'en', title: 'ليلى حداد', detail: 'Editor' },
  plain: { kind: 'site', locale: 'en', title: 'Anybody may write this', plain: true },
  site: { kind: 'site', locale: 'id', title: 'Terbit' },
  'long-foot': {
    kind: 'article',
    locale: 'en',
    title: 'Many hands',
    label: 'A label that says a good deal more than a label should, and then goes on for a while',
    byline: 'Sari Widyastuti, Rama Putra, Ngozi Adeyemi, Nguyễn Thị Minh Khai, Zoë Brønsted',
    detail: '12 November 2026',
  },
}

test.each(Object.entries(cards))('the card %s looks as it did', async (name, words) => {
  await expectGolden(await render(words, brand), name)
})

test.each(Object.entries(cards))(
  'the card %s is a PNG of 1200 by 630 pixels under 300 KB',
  async (_, words) => {
    const png = await render(words, brand)
    expect(png.byteLength).toBeLessThan(300_000)
    expect(await sharp(png).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
      channels: 3,
    })
  },
)

test.each([
  'W'.repeat(200),
  'AVATAR To Yo WA '.repeat(12).trim(),
  'ẤẦẨ ỆỂỄ ỌỘỢ'.repeat(8),
  'क्ष्त्र विकेंद्रीकृत बुद्धिमत्ता '.repeat(4).trim(),
  'Ж'.repeat(33),
  'ffi ffl – — … '.repeat(14).trim(),
  'Mempertanggungjawabkan',
  'المُسْتَقْبَل والذكاء الاصطناعي اللامركزي '.repeat(4).trim(),
  'ปั๊มน้ำใจที่นี่ ญู่ '.repeat(8).trim(),
  '去中心化人工智能概述開放未来の '.repeat(9).trim(),
  '👩🏽‍🚀🇮🇩'.repeat(40),
  '∑ₙ ⟶ 𝒜 ⊗ '.repeat(14).trim(),
])('the title %s keeps clear of the brand above and the cloth at the right', async (title) => {
  const seed = 'the same background'
  const [drawn, empty] = [
    await render({ kind: 'site', title, seed }, brand),
    await render({ kind: 'site', title: 'i', seed }, brand),
  ]
  for (const region of [
    { left: 990, top: 0, width: 42, height: 630 },
    { left: 0, top: 0, width: 1032, height: 118 },
  ]) {
    const [got, plain] = await Promise.all(
      [drawn, empty].map((png) => sharp(png).extract(region).raw().toBuffer()),
    )
    // The bytes may differ, because a card with emoji has all colours and other cards have a palette.
    const off = plain?.map((value, at) => Math.abs(value - (got?.[at] ?? 0)))
    expect(off?.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(30)
  }
})

test('cards of the same words are the same bytes, in any order of drawing', async () => {
  const words = cards['54-characters'] ?? article
  const first = await render({ title: '', ...words }, brand)
  await render({ kind: 'site', title: 'Selingan' }, brand)
  expect(await render({ title: '', ...words }, brand)).toEqual(first)
})

test('a title that no font can draw gives the card of the site', async () => {
  const site = await render({ kind: 'site', title: brand.name }, brand)
  expect(await render({ kind: 'article', title: 'ᬅᬓ' }, brand)).toEqual(site)
})

test('a brand whose name no font can draw still has cards', async () => {
  await expect(render({ kind: 'site', title: 'ᬅᬓ' }, { name: 'ᬅᬓ' })).resolves.toBeInstanceOf(Buffer)
})

test('a logo stands where the mark was', async () => {
  const square = { width: 400, height: 200, channels: 3, background: '#00ff00' } as const
  const logo = await sharp({ create: square }).png().toBuffer()
  const png = await render({ kind: 'site', title: 'Terbit' }, { ...brand, logo })
  const pixel = await sharp(png).extract({ left: 100, top: 80, width: 1, height: 1 }).raw().toBuffer()
  expect([...pixel]).toEqual([0, 255, 0])
})

test('remarks name what is too long for its line', () => {
  const { 'long-foot': long = cards.tag } = cards
  expect(remarks({ ...long, summary: 'word '.repeat(60) } as CardWords, brand)).toEqual({
    shortened: ['label', 'summary', 'byline'],
    missing: [],
  })
})

test('remarks name each character that no font has, once, and no emoji, mark or joined letter', () => {
  const title = `ᬅ Jawa ᬅᬓ ${cards.emoji?.title} ${cards.devanagari?.title} ${cards.arabic?.title}`
  expect(remarks({ kind: 'article', title }, brand)).toEqual({ shortened: [], missing: ['ᬅ', 'ᬓ'] })
})

test('a card that shows its words as they were written has no remarks', () => {
  for (const name of ['54-characters', 'project', 'layout-summary', 'layout-emblem', 'mixture']) {
    const words = cards[name] ?? article
    expect(remarks({ title: '', ...words }, brand), name).toEqual({
      shortened: name === 'project' ? ['summary'] : [],
      missing: [],
    })
  }
})

// Decoders of PNG tolerate surplus rows and a wrong checksum, so this reads the rows itself.
test.for(['\u2800', '\u00a0\u2800', '\ufffc', 'A', 'Kabar pagi'])(
  'the PNG of %j has as many rows as it says',
  async (title) => {
    const png = await render({ kind: 'site', layout: 'title', plain: true, title }, { name: 'Terbit' })
    const data: Buffer[] = []
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
      if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
        data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
    }
    expect(inflateSync(Buffer.concat(data)).length).toBe(630 * (1 + 1200))
  },
)
