/** Milliseconds to wait after the last keystroke before searching. Within that time another keystroke is likely. */
const pause = 200

/**
 * Shows results while the reader types: fetches the page that the form leads to and takes over its results. Only
 * the search page has this script, and it is complete without it. XMLHttpRequest parses the page itself, so no string
 * becomes HTML here, which Trusted Types forbid (src/server/headers).
 */
export const searchScript = `(() => {
  let asking
  const ask = (form) => {
    const address = form.action + '?' + new URLSearchParams([...new FormData(form)].filter((entry) => entry[1]))
    asking?.abort()
    const request = asking = new XMLHttpRequest()
    request.responseType = 'document'
    request.onload = () => {
      const page = request.response
      if (request.status !== 200 || !page) return
      for (const part of ['[data-search-results]', '[data-search-filters]'])
        document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes)
      document.title = page.title
      history.replaceState(history.state, '', address)
    }
    request.open('GET', address)
    request.send()
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
