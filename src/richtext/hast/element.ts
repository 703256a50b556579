import type { Element, ElementContent, Properties } from 'hast'

/** Fields of a draft may be empty, whatever their type says. */
type Child = ElementContent | string | null | undefined

/** An element of the rendered body. Properties that are undefined are left out, and children that are not there. */
export const element = (tagName: string, properties: Properties, children: Child[] = []): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
  children: children
    .filter((child) => child !== undefined && child !== null)
    .map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})
