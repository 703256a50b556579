import type { Element, ElementContent, Properties } from 'hast'

/** The fields of a draft may be empty, although their types say otherwise. */
type Child = ElementContent | string | null | undefined

/** Makes an element of the rendered body. Undefined properties and missing children are left out. */
export const element = (tagName: string, properties: Properties, children: Child[] = []): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)),
  children: children
    .filter((child) => child !== undefined && child !== null)
    .map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
})
