/** Attributes whose value is undefined are left out. */
type Attributes = Record<string, string | undefined>

/** A piece of XML that is already escaped. */
export type Xml = { xml: string }

/** Returns an XML element and escapes its attributes and text. Names come from our code and are not escaped. */
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

/** Returns text as CDATA. Feed readers parse it as HTML, and it stays readable in the source. */
export const cdata = (text: string): Xml => ({
  xml: `<![CDATA[${withoutControls(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`,
})

/** Returns a complete document: declaration, root element, final newline. */
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

/**
 * Removes the characters that XML 1.0 forbids even as references: control characters, noncharacters, lone
 * surrogates.
 */
const withoutControls = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
