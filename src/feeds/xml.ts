/** An attribute that is undefined is left out. */
type Attributes = Record<string, string | undefined>

/** A piece of XML that needs no more escaping. */
export type Xml = { xml: string }

/** An element of XML, its attributes and text escaped. Names are ours and taken as they are. */
export function tag(name: string, attributes: Attributes, ...children: (Xml | string | undefined)[]): Xml {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')
  const content = children
    .filter((child) => child !== undefined)
    .map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml))
    .join('')
  return { xml: content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>` }
}

/** Text that a reader of the feed parses as HTML, kept readable in the source. */
export const cdata = (text: string): Xml => ({
  xml: `<![CDATA[${withoutControls(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`,
})

/** A whole document: declaration, root, line end. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

const escapeXml = (text: string) =>
  withoutControls(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** Leaves out what XML 1.0 forbids even as a reference: control characters, noncharacters, lone surrogates. */
const withoutControls = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
