import type { Feed } from '@/feeds/feed'

export const sampleFeed: Feed = {
  origin: 'https://terbit.example',
  url: 'https://terbit.example/id',
  self: 'https://terbit.example/id/rss.xml',
  title: 'Terbit: artikel dalam bahasa Indonesia',
  description: 'Majalah tentang "kata" & mesin',
  publisher: 'Terbit',
  locale: 'id',
  items: [
    {
      url: 'https://terbit.example/id/blog/fajar',
      title: 'Fajar <di> Jakarta & Bandung',
      description: 'Pagi hari.',
      html: '<p>Lihat <a href="/id/tags/kota">kota</a>. ]]> <img src="/api/media/a.png" srcset="/a.png 1x, /b.png 2x" alt=""></p>',
      publishedAt: '2026-08-17T03:00:00.000Z',
      updatedAt: '2026-08-20T03:00:00.000Z',
      authors: [
        { name: 'Sari', url: 'https://terbit.example/id/authors/sari' },
        { name: 'Budi', url: 'https://terbit.example/id/authors/budi' },
      ],
      topics: ['Kota'],
      image: 'https://terbit.example/api/og?title=Fajar&locale=id',
    },
    {
      url: 'https://terbit.example/id/blog/senja',
      title: 'Senja',
      html: '<p>Malam.</p>',
      publishedAt: '2026-08-16T03:00:00.000Z',
      authors: [],
      topics: [],
    },
  ],
}
