import type { ArticleDetails, SiteView } from '@/content/views'

/** A site as `@/content` gives it to a page. Each test changes the fields that it is about. */
export const sampleSite: SiteView = {
  name: { text: 'Fajar', lang: 'id' },
  tagline: { text: 'Majalah tentang kata dan mesin', lang: 'id' },
  navigation: [],
  social: [{ label: 'Mastodon', href: 'https://social.example/@fajar' }],
  timeZone: 'Asia/Jakarta',
}

/** An Indonesian article that is published in both languages. */
export const sampleArticle: ArticleDetails = {
  id: '0190d6f2-6d7e-7c3a-9d1e-000000000001',
  href: '/id/blog/pagi',
  locale: 'id',
  sourceLocale: 'id',
  title: 'Pagi di kota',
  description: 'Kota sebelum orang bangun.',
  publishedAt: '2026-08-16T18:30:00.000Z',
  updatedAt: '2026-08-20T03:00:00.000Z',
  readingMinutes: 4,
  authors: [
    { name: 'Sari Dewi', href: '/id/authors/sari', title: { text: 'Editor', lang: 'en' } },
    { name: 'Budi', href: '/id/authors/budi' },
  ],
  tags: [
    { label: { text: 'Kota', lang: 'id' }, href: '/id/tags/kota' },
    { label: { text: 'Housing', lang: 'en' }, href: '/id/tags/housing' },
  ],
  html: '<p>Isi.</p>',
  excerpt: 'Isi.',
  headings: [],
  translations: { id: '/id/blog/pagi', en: '/en/blog/morning' },
  keywords: ['kota', 'pagi'],
  unlisted: false,
  seo: { hidden: false },
  projects: [{ id: 'p1', name: 'Angkot', slug: 'angkot', href: '/id/projects/angkot', aliases: [] }],
  card: { src: 'https://fajar.example/api/og?title=Pagi', alt: 'Kartu berjudul: Pagi di kota' },
}
