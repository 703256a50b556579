import { localeCookie, themeStorageKey } from '@/site/identity'

/**
 * All the JavaScript of ours that a reader gets, for what HTML and CSS cannot do: keep a theme that differs
 * from the system's (before the first paint), remember a language, close an open menu, follow the contents.
 * Pages are whole without it.
 */
export const readerScript = `(() => {
  const root = document.documentElement
  const themes = ['light', 'dark']
  const year = 31536000
  const remember = (theme) => {
    try {
      if (theme) localStorage.setItem('${themeStorageKey}', theme)
      else localStorage.removeItem('${themeStorageKey}')
    } catch {}
  }
  try {
    const theme = localStorage.getItem('${themeStorageKey}')
    if (themes.includes(theme)) root.dataset.theme = theme
  } catch {}
  root.dataset.scripted = ''
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return
    if (target.closest('[data-theme-toggle]')) {
      const system = themes[+matchMedia('(prefers-color-scheme: dark)').matches]
      const next = (root.dataset.theme || system) === 'dark' ? 'light' : 'dark'
      if (next === system) delete root.dataset.theme
      else root.dataset.theme = next
      remember(next === system ? null : next)
    }
    const language = target.closest('a[data-locale]')
    if (language) {
      document.cookie = '${localeCookie}=' + language.dataset.locale + ';path=/;samesite=lax;max-age=' + year
    }
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (!menu.contains(target)) menu.open = false
    }
  })
  addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' && document.querySelector('details[data-menu][open]')
    if (!menu) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  addEventListener('DOMContentLoaded', () => {
    const entries = new Map()
    for (const link of document.querySelectorAll('[data-contents] a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      if (heading) entries.set(heading, link)
    }
    const observer = new IntersectionObserver((seen) => {
      const top = seen.find((entry) => entry.isIntersecting)
      if (!top) return
      for (const [heading, link] of entries) {
        if (heading === top.target) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }, { rootMargin: '0px 0px -70% 0px' })
    for (const heading of entries.keys()) observer.observe(heading)
  })
})()`

/** For the head, before anything is painted. Its `html` element needs `suppressHydrationWarning`. */
export function ReaderScript({ nonce }: { nonce?: string }) {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: readerScript }} />
}
