/**
 * Runs once when a server starts. From then on the server purges pages when this or another process publishes, and each
 * request carries the address of its client.
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
  // Not awaited: the server answers requests in the meantime.
  cards()
    .warm()
    .catch((error: unknown) => console.warn('Cards could not be prepared:', error))
}
