/**
 * Shows the card of a project where a text mentions the project: on hover, on keyboard focus, and on the first tap
 * (a second tap follows the link). The card lies above the page, so nothing moves. Escape or leaving the link hides
 * it. The card is appended to the prose, because React does not check that element's content; anywhere else it
 * would be an unexpected element during hydration.
 */
export const projectCards = `
  const prose = document.querySelector('.prose')
  if (prose && document.querySelector('[data-card]') && 'popover' in root) {
    const card = document.createElement('div')
    card.id = card.className = 'project-card'
    card.popover = 'manual'
    card.role = 'tooltip'
    prose.append(card)
    let link, timer
    const leave = () => link && link.removeAttribute('aria-describedby')
    const hide = () => {
      clearTimeout(timer)
      leave()
      link = null
      if (card.matches(':popover-open')) card.hidePopover()
    }
    const show = (next) => {
      clearTimeout(timer)
      const told = document.getElementById(next.dataset.card)
      if (link === next || !told) return
      leave()
      link = next
      link.setAttribute('aria-describedby', card.id)
      card.replaceChildren(...told.cloneNode(true).childNodes)
      card.style.left = card.style.top = 0
      card.showPopover()
      const { left, top, bottom } = link.getClientRects()[0]
      const { offsetWidth: width, offsetHeight: height } = card
      const above = top - height - 8
      card.style.left = scrollX + Math.max(12, Math.min(left, root.clientWidth - width - 12)) + 'px'
      card.style.top = scrollY + (bottom + height + 8 > innerHeight && above > 0 ? above : bottom + 8) + 'px'
    }
    const later = (work, wait) => {
      clearTimeout(timer)
      timer = setTimeout(work, wait)
    }
    const at = ({ target }) => target.closest && target.closest('[data-card]')
    addEventListener('pointerover', (event) => {
      const over = at(event)
      if (event.pointerType === 'touch') return
      if (over) later(() => show(over), 150)
      else if (!link || card.contains(event.target)) clearTimeout(timer)
      else later(hide, 250)
    })
    addEventListener('focusin', (event) => {
      const on = at(event)
      if (on && on.matches(':focus-visible')) show(on)
      else if (!card.contains(event.target)) hide()
    })
    addEventListener('click', (event) => {
      const on = at(event)
      if (on && on !== link && event.pointerType === 'touch') {
        event.preventDefault()
        show(on)
      } else if (!on && !card.contains(event.target)) hide()
    })
    addEventListener('keydown', ({ key }) => key === 'Escape' && hide())
  }`

/** Filters the directory by the category in the address and by the words that are typed. */
export const directoryFilter = `
  const directory = document.querySelector('[data-directory]')
  const field = directory && directory.querySelector('input')
  if (field) {
    const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\\p{M}/gu, '')
    const within = (selector) => [...directory.querySelectorAll(selector)]
    const [said] = within('[data-shown]')
    const [none] = within('[data-none]')
    const sift = () => {
      const heading = named(location)
      const chosen = heading && heading.closest('.directory-body section')
      const words = plain(field.value.trim())
      const seen = new Set()
      for (const item of within('[data-also]')) {
        const told = plain(item.textContent + ' ' + item.dataset.also)
        item.hidden = (chosen && !chosen.contains(item)) || !told.includes(words)
        if (!item.hidden) seen.add(item.querySelector('a').href)
      }
      for (const section of within('section')) section.hidden = !section.querySelector('[data-also]:not([hidden])')
      for (const link of within('nav a')) link.ariaCurrent = link.hash === (chosen ? location.hash : '#directory') ? 'true' : null
      said.textContent = said.dataset.shown.replace('#', seen.size)
      none.hidden = seen.size > 0
    }
    addEventListener('hashchange', () => {
      sift()
      // The browser is on its way to where the heading stood before.
      const heading = named(location)
      if (heading) heading.scrollIntoView()
    })
    field.addEventListener('input', sift)
    sift()
  }`
