/** The product's own name, for where a site has not been given one. */
export const productName = 'Terbit'

/** Remembers the language that a reader chose. Set in the browser, read by the redirect at `/`. */
export const localeCookie = 'terbit-locale'

/** Key of the reader's theme in localStorage; absent where they follow their system. */
export const themeStorageKey = 'terbit-theme'
