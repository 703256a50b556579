import type { Nodes, RootContent } from './mdast'

/** What the form of a picture shows of an `<img/>` element. Its other attributes stay in the source. */
export type ElementPicture = { address: string; alt: string; title?: string }

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' }>

const shown = { address: 'src', alt: 'alt', title: 'title' } as const

/** Reads an `<img/>` that is a block of its own, where what it shows is written as plain words. */
export function elementPicture(node: RootContent): ElementPicture | undefined {
  if (node.type !== 'mdxJsxFlowElement' || node.name !== 'img' || node.children.length > 0) return undefined
  const [address, alt, title] = [shown.address, shown.alt, shown.title].map((name) => attribute(node, name))
  if (!address || alt === null || title === null) return undefined
  return { address, alt: alt ?? '', ...(title === undefined ? {} : { title }) }
}

/** The element with what the form holds now. */
export function withPicture(node: Element, picture: ElementPicture): Element {
  const attributes = node.attributes.filter(
    (one) => one.type === 'mdxJsxExpressionAttribute' || !isShown(one.name),
  )
  const now = (['address', 'alt', 'title'] as const).flatMap((field) => {
    const value = picture[field]
    return value === undefined ? [] : [{ type: 'mdxJsxAttribute' as const, name: shown[field], value }]
  })
  return { ...node, attributes: [...now, ...attributes] }
}

const isShown = (name: string) => name === 'src' || name === 'alt' || name === 'title'

/** Null where the attribute is an expression, or stands there twice. */
function attribute(node: Element, name: string): string | null | undefined {
  const found = node.attributes.filter((one) => one.type === 'mdxJsxAttribute' && one.name === name)
  const [only, ...others] = found
  if (!only) return node.attributes.some((one) => one.type === 'mdxJsxExpressionAttribute') ? null : undefined
  return others.length === 0 && typeof only.value === 'string' ? only.value : null
}
