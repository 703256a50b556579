/** Milliseconds to wait after the last keystroke before searching. Within that time another keystroke is likely. */
const pause = 200

/**
 * Shows results while the reader types: fetches the page that the form leads to and takes over its results. Only
 * the search page has this script, and it is complete without it.
 */
const searchScript = `(() => {
  let asking
  const ask = (form) => {
    const address = form.action + '?' + new URLSearchParams([...new FormData(form)].filter((entry) => entry[1]))
    asking?.abort()
    asking = new AbortController()
    fetch(address, { signal: asking.signal }).then((answer) => answer.text()).then((html) => {
      const page = new DOMParser().parseFromString(html, 'text/html')
      for (const part of ['[data-search-results]', '[data-search-filters]'])
        document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes)
      document.title = page.title
      history.replaceState(history.state, '', address)
    }).catch(() => {})
  }
  let typed
  for (const change of ['input', 'change']) addEventListener(change, (event) => {
    const form = event.target.form
    if (!form?.matches('[data-search]') || (change === 'input') !== (event.target.name === 'q')) return
    clearTimeout(typed)
    typed = setTimeout(ask, ${pause}, form)
  })
})()`.replace(/\n\s+/g, '\n')

export function SearchScript() {
  return <script dangerouslySetInnerHTML={{ __html: searchScript }} />
}
