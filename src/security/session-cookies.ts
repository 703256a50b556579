/** Returns settings of the session cookie: always HttpOnly, and Secure when the site has TLS. */
export const cookiesOf = (siteUrl: string) => ({
  sameSite: 'Lax' as const,
  secure: siteUrl.startsWith('https:'),
})
