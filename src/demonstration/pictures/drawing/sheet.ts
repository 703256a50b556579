type Stop = [offset: number, colour: string, opacity?: number]
type Line = { from: [number, number]; to: [number, number] }

const downwards: Line = { from: [0, 0], to: [0, 1] }

/** A drawing in progress: its shapes in the order in which they are painted, and the paints that they need. */
export class Sheet {
  readonly width: number
  readonly height: number
  #paints: string[] = []
  #shapes: string[] = []

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
  }

  add(...shapes: string[]): this {
    this.#shapes.push(...shapes)
    return this
  }

  /** A gradient along a line in fractions of the shape's box. By default it runs straight down. */
  linear(stops: Stop[], line: Line = downwards): string {
    const [[x1, y1], [x2, y2]] = [line.from, line.to]
    return this.#paint('linearGradient', `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, stops)
  }

  /** A gradient from the middle of the shape's box outwards. */
  radial(stops: Stop[], centre: [number, number] = [0.5, 0.5]): string {
    return this.#paint('radialGradient', `cx="${centre[0]}" cy="${centre[1]}" r="0.5"`, stops)
  }

  clip(shapes: string): string {
    const id = `p${this.#paints.length}`
    this.#paints.push(`<clipPath id="${id}">${shapes}</clipPath>`)
    return `clip-path="url(#${id})"`
  }

  /** A shape shaded with dots of one colour, like print. `densities` runs along `line` from 1 (solid) to 0. */
  stipple(path: string, colour: string, densities: [offset: number, density: number][], line?: Line): this {
    const cover = this.linear(
      densities.map(([offset, density]): Stop => [offset, '#000', density]),
      line,
    )
    return this.add(`<g filter="url(#${this.#dots(colour)})"><path d="${path}" fill="${cover}"/></g>`)
  }

  svg(): string {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><defs>${filters}${this.#paints.join('')}</defs>${this.#shapes.join('')}</svg>`
  }

  #dots(colour: string): string {
    const id = `dots-${colour.slice(1)}`
    const known = this.#paints.some((paint) => paint.startsWith(`<filter id="${id}"`))
    if (!known) this.#paints.push(dots(id, colour))
    return id
  }

  #paint(kind: string, geometry: string, stops: Stop[]): string {
    const id = `p${this.#paints.length}`
    const colours = stops.map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    this.#paints.push(`<${kind} id="${id}" ${geometry}>${colours.join('')}</${kind}>`)
    return `url(#${id})`
  }
}

const filters = `<filter id="blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="6"/></filter>`

/** Keeps a point of its source, in one colour, if the fractal noise there exceeds the source's transparency. */
const dots = (id: string, colour: string) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
  <feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="7" result="noise"/>
  <feColorMatrix in="noise" type="matrix" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2.4 0 0 0 -0.7" result="level"/>
  <feComposite in="SourceAlpha" in2="level" operator="arithmetic" k2="1" k3="1" k4="-1" result="sum"/>
  <feComponentTransfer in="sum" result="mask"><feFuncA type="linear" slope="2.6"/></feComponentTransfer>
  <feFlood flood-color="${colour}"/><feComposite in2="mask" operator="in"/>
</filter>`
