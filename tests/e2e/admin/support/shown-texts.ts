import type { Page } from '@playwright/test'

/** Returns every text that the page shows or reads out, except what an editor wrote. */
export async function shownTexts(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    // react-select describes its choices to screen readers only in English (Payload 3.90).
    const written = 'script, style, noscript, nextjs-portal, .html-diff, [class*=a11yText], [lang]:not(html)'
    const said: string[] = [document.title.replace(/ · Terbit$/, '')]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (!element?.checkVisibility() || element.closest(written)) continue
      // Forms of blocks lie inside an editor's text, in elements that are not part of the text.
      if (element.closest('[contenteditable]')?.getAttribute('contenteditable') === 'true') continue
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
          said.push(node.getAttribute(name) ?? '')
      } else said.push(node.textContent ?? '')
    }
    return said
  })
  return texts.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}
