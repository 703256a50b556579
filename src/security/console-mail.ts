import type { EmailAdapter } from 'payload'

/**
 * Prints mails on the server's terminal where no SMTP is configured: whoever runs the server hands the link on.
 * Payload's own adapter for the console prints the subject alone.
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

/** Paragraphs as lines; of a link, what it says, which in our mails is its address. */
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
