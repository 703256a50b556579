/** The blog of BENCH_BLOG in plain Docusaurus: the classic preset with a blog in two languages and nothing else. */
const blog = process.env.BENCH_BLOG
if (!blog) throw new Error('Expected the folder of a Docusaurus blog in BENCH_BLOG.')

export default {
  title: 'Blog',
  url: 'http://localhost',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: { hooks: { onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore' } },
  i18n: { defaultLocale: 'en', locales: ['en', 'id'], path: `${blog}/i18n` },
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: {
          path: `${blog}/blog`,
          onInlineTags: 'ignore',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
        },
      },
    ],
  ],
  themeConfig: {
    navbar: { title: 'Blog', items: [{ to: '/blog', label: 'Blog' }, { type: 'localeDropdown' }] },
  },
}
