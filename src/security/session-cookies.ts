/** Settings of the session's cookie: HttpOnly always, sent over TLS alone where the site has it. */
export const cookiesOf = (siteUrl: string) => ({
  sameSite: 'Lax' as const,
  secure: siteUrl.startsWith('https:'),
})
