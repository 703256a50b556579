import { localeCookie, themeStorageKey } from '@/site/identity'
import { directoryFilter, projectCards } from '../project/project-scripts'
import { lateFonts } from './late-fonts'

/**
 * All of our JavaScript on a reader's page, except on the search page. It does what HTML and CSS cannot do: it
 * keeps a theme that differs from the system's (before the first paint), remembers a language, opens embeds in
 * their place, closes an open menu, marks the current heading in the contents, shows cards of projects, filters the
 * directory, fetches fonts that are needed further down, copies code and addresses, and opens the system's share
 * dialog. Pages are complete without it.
 */
export const readerScript = `(() => {
  const root = document.documentElement
  const key = '${themeStorageKey}'
  const all = (selector) => document.querySelectorAll(selector)
  try {
    const theme = localStorage.getItem(key)
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  } catch {}
  root.dataset.scripted = navigator.clipboard ? 'copies' : ''
  if (navigator.share) root.dataset.shares = ''
  const copy = (button, text) => navigator.clipboard.writeText(text).then(() => {
    const label = button.textContent
    button.textContent = button.dataset.done
    setTimeout(() => { button.textContent = label }, 2000)
  }, () => {})
  addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector)
    if (at('[data-theme-toggle]')) {
      const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
      const next = (root.dataset.theme || system) === 'dark' ? 'light' : 'dark'
      if (next === system) delete root.dataset.theme
      else root.dataset.theme = next
      try {
        if (next === system) localStorage.removeItem(key)
        else localStorage.setItem(key, next)
      } catch {}
    }
    const language = at('a[data-locale]')?.dataset.locale
    if (language) document.cookie = '${localeCookie}=' + language + ';path=/;samesite=lax;max-age=31536000'
    const embed = at('[data-embed] > a')
    if (embed && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      const frame = document.createElement('iframe')
      frame.src = embed.parentElement.dataset.embed
      frame.title = embed.firstElementChild.textContent
      frame.allow = 'fullscreen'
      embed.replaceWith(frame)
      frame.focus()
    }
    const address = at('[data-copy]')
    if (address && address.textContent !== address.dataset.done) copy(address, address.dataset.copy)
    const code = at('.code-copy')
    if (code && code.textContent !== code.dataset.done) copy(code, code.parentElement.querySelector('pre').textContent)
    const share = at('[data-share]')
    if (share) navigator.share({ title: share.dataset.title, url: share.dataset.share }).catch(() => {})
    for (const menu of all('[data-menu][open]')) if (!menu.contains(event.target)) menu.open = false
  })
  addEventListener('keydown', (event) => {
    for (const menu of event.key === 'Escape' ? all('[data-menu][open]') : []) {
      menu.open = false
      menu.firstElementChild.focus()
    }
  })
  addEventListener('DOMContentLoaded', () => {
    if (navigator.clipboard) for (const frame of all('[data-copy-label] .code')) {
      const button = document.createElement('button')
      const { copyLabel, copiedLabel } = frame.closest('[data-copy-label]').dataset
      Object.assign(button, { type: 'button', className: 'code-copy', textContent: copyLabel, ariaLive: 'polite' })
      button.dataset.done = copiedLabel
      frame.append(button)
    }
    const links = [...all('[data-contents] a')]
    const named = ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1)))
    const headings = links.map(named)
    const passed = new Set()
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) passed[isIntersecting ? 'add' : 'delete'](target)
      const current = headings.findLastIndex((heading) => passed.has(heading))
      links.forEach((link, index) => { link.ariaCurrent = index === current ? 'true' : null })
    }, { rootMargin: '1000000px 0px -70%' })
    for (const heading of headings) if (heading) observer.observe(heading)
    ${lateFonts}
    ${projectCards}
    ${directoryFilter}
  })
})()`.replace(/\n\s+/g, '\n')

/** Belongs into the head, before anything is painted. The `html` element needs `suppressHydrationWarning`. */
export function ReaderScript({ nonce }: { nonce?: string }) {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: readerScript }} />
}
