/** An area of one colour. `path` uses only SVG's commands M, L, Q, C and Z, in absolute coordinates. */
export type Shape = { fill: string; path: string }

const masks = /<mask\b.*?<\/mask>/g
const element = /<(\/?)([a-z]+)([^>]*?)\/?>/g
const letters = /^ fill="(#[0-9a-f]{6})" d="([MLQCZ\d. -]*)"$/
const rectangle = /^ x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="(#[0-9a-f]{6})"$/

/**
 * Returns the shapes in an SVG from Satori, bottom first. Returns undefined when the SVG holds anything but
 * outlines filled with a colour, such as pictures, strokes or round corners. A mask that nothing refers to is
 * ignored.
 */
export function shapesOf(svg: string): Shape[] | undefined {
  const shapes: Shape[] = []
  for (const [, , name, attributes = ''] of svg.replace(masks, '').matchAll(element)) {
    if (name === 'svg' || name === 'g') {
      if (name === 'g' && attributes.trim() !== '') return undefined
      continue
    }
    const shape =
      name === 'path' ? letterShape(attributes) : name === 'rect' ? rectangleShape(attributes) : undefined
    if (!shape) return undefined
    shapes.push(shape)
  }
  return shapes
}

function letterShape(attributes: string): Shape | undefined {
  const [, fill, path] = letters.exec(attributes) ?? []
  return fill !== undefined && path !== undefined ? { fill, path } : undefined
}

function rectangleShape(attributes: string): Shape | undefined {
  const [, x, y, width, height, fill] = rectangle.exec(attributes) ?? []
  if (fill === undefined) return undefined
  const [left, top] = [Number(x), Number(y)]
  const [right, bottom] = [left + Number(width), top + Number(height)]
  return { fill, path: `M${left} ${top}L${right} ${top}L${right} ${bottom}L${left} ${bottom}Z` }
}
