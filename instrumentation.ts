/**
 * Runs once when a server starts: tells it from then on what is published, here or by another process, and each request
 * whose it is.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startPurging } = await import('@/server/answers/purging')
  startPurging()
  const [{ noteClientAddresses }, { environment }] = await Promise.all([
    import('@/security/client-address'),
    import('@/env'),
  ])
  noteClientAddresses(environment().trustedProxies)
  const { cards } = await import('./app/cards')
  // Nobody waits for it: the server answers meanwhile.
  cards()
    .warm()
    .catch((error: unknown) => console.warn('Cards could not be prepared:', error))
}
