import { expect, test } from 'vitest'
import { withoutRuntime } from '@/server/answers/light-pages'

test("takes Next's chunks, data and hints out of a page, and nothing else", () => {
  const ours = '<script>(() => { root.dataset.scripted = "" })()</script>'
  const data = '<script type="application/ld+json">{"@type":"BlogPosting"}</script>'
  const page = (...runtime: [string, string, string]) =>
    `<html><head><link rel="preload" as="font" href="/fonts/a.woff2"/>${runtime[0]}${ours}</head><body>${data}<p>a</p>${runtime[1]}${runtime[2]}</body></html>`
  const written = page(
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/a.js" async=""></script><script src="/_next/static/chunks/b.js" noModule=""></script>',
    '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push([1])</script>',
    '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"\\u003cscript>\\n"])</script>',
  )
  expect(withoutRuntime(written)).toBe(page('', '', ''))
})
