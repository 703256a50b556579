import { expect, test, vi } from 'vitest'
import { withNonce, withoutRuntime } from '@/server/answers/light-pages'

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

test("gives its nonce to Next's scripts, and to none that came with the words", () => {
  const smuggled = '<script>alert(1)</script><script src="https://evil.example/a.js"></script>'
  const written = (nonce: string) =>
    `<link rel="preload" as="script"${nonce} href="/_next/a.js"/><script${nonce} src="/_next/a.js"></script>${smuggled}<script${nonce}>self.__next_f.push([1,"a"])</script>`
  expect(withNonce(written(''), () => 'n')).toBe(written(' nonce="n"'))
  const asked = vi.fn(() => 'n')
  expect(withNonce(smuggled, asked)).toBe(smuggled)
  expect(asked).not.toHaveBeenCalled()
})
