/** The name of a site that has not been given one. */
export const productName = 'Terbit'

/** The cookie that remembers which language a reader chose. The browser sets it; the redirect at `/` reads it. */
export const localeCookie = 'terbit-locale'

/** The key of the reader's theme in localStorage. It is missing while the theme follows the reader's system. */
export const themeStorageKey = 'terbit-theme'
