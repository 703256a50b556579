/** How long after the last key a question is asked, in milliseconds: before that, another key is likely to follow. */
const pause = 200

/**
 * Answers a search while it is typed, by asking for the page that the form would lead to and taking over its answers.
 * Only the search page has it, and is whole without it.
 */
export const searchScript = `(() => {
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
