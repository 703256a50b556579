import { type CSSProperties, useId } from 'react'
import { type KawungDesign, kawungSize } from './kawung'

const { width, height } = kawungSize

/**
 * The four ovals of a flower point at the corners of their tile, so that neighbouring tiles complete the circles.
 */
const quarters = [45, 135, 225, 315]

/**
 * A drawing of kawung in the place of a missing picture. It carries no information, so it is hidden from screen
 * readers.
 */
export function KawungPicture({ design }: { design: KawungDesign }) {
  const id = useId()
  const { disc } = design
  const style = { '--hue': design.hue, '--sun': design.sun } as CSSProperties
  return (
    <svg
      className={design.deep ? 'kawung kawung-deep' : 'kawung'}
      style={style}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <Cloth id={`${id}c`} design={design} />
        <Cloth id={`${id}s`} design={design} className="kawung-lit" />
        <linearGradient id={`${id}g`} x1="0" y1="0" x2="0" y2="1">
          <stop className="kawung-night" offset="0.2" />
          <stop className="kawung-dawn" offset="1" />
        </linearGradient>
      </defs>
      <rect className="kawung-ground" width={width} height={height} />
      <rect fill={`url(#${id}g)`} width={width} height={height} />
      <rect fill={`url(#${id}c)`} width={width} height={height} />
      <circle className="kawung-sun" cx={disc.x} cy={disc.y} r={disc.radius} />
      <circle fill={`url(#${id}s)`} cx={disc.x} cy={disc.y} r={disc.radius} />
    </svg>
  )
}

type ClothProps = { id: string; design: KawungDesign; className?: string }

function Cloth({ id, design, className }: ClothProps) {
  const { tile, turn } = design
  return (
    <pattern
      id={id}
      className={className}
      width={tile}
      height={tile}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn} ${width / 2} ${height / 2})`}
    >
      <Flower tile={tile} />
      <Motif design={design} />
    </pattern>
  )
}

function Flower({ tile }: { tile: number }) {
  const centre = tile / 2
  return (
    <g className="kawung-petal">
      {quarters.map((angle) => (
        <ellipse
          key={angle}
          cx={round(centre + tile * 0.3536)}
          cy={centre}
          rx={round(tile * 0.315)}
          ry={round(tile * 0.148)}
          transform={`rotate(${angle} ${centre} ${centre})`}
        />
      ))}
    </g>
  )
}

function Motif({ design: { tile, motif } }: { design: KawungDesign }) {
  const centre = tile / 2
  if (motif === 'bare')
    return <circle className="kawung-mark" cx={centre} cy={centre} r={round(tile * 0.03)} />
  return (
    <g className="kawung-mark">
      {quarters.map((angle) => (
        <ellipse
          key={angle}
          cx={round(centre + tile * 0.3536)}
          cy={centre}
          rx={round(tile * (motif === 'vein' ? 0.19 : 0.045))}
          ry={round(tile * (motif === 'vein' ? 0.014 : 0.045))}
          transform={`rotate(${angle} ${centre} ${centre})`}
        />
      ))}
    </g>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
