import type { EmailAdapter } from 'payload'

/**
 * Prints mails on the server's terminal when no SMTP is configured; the operator passes the link on. Payload's own
 * console adapter prints only the subject.
 */
export const consoleMail =
  (print: (text: string) => void = (text) => process.stdout.write(text)): EmailAdapter =>
  () => ({
    name: 'terbit-console',
    defaultFromAddress: 'terbit@localhost',
    defaultFromName: 'Terbit',
    sendEmail: async ({ html, subject, text, to }) => {
      const body = typeof text === 'string' ? text : plain(typeof html === 'string' ? html : '')
      print(`\n  ${addressees(to)}: ${subject}\n  ${body.replaceAll('\n', '\n  ')}\n\n`)
    },
  })

/** Turns paragraphs into lines. A link becomes its text, which in our mails is its address. */
const plain = (html: string): string =>
  html
    .replace(/<\/p>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim()

const addressees = (to: unknown): string =>
  [to]
    .flat()
    .map((one) =>
      typeof one === 'object' && one !== null && 'address' in one ? String(one.address) : String(one),
    )
    .join(', ')
