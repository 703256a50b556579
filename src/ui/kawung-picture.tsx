import { type CSSProperties, useId } from 'react'
import type { KawungDesign } from './kawung'

const width = 1200
const height = 675

/** The four ovals of a flower point at the corners of their tile, so that neighbours close the circles. */
const quarters = [45, 135, 225, 315]

/** A drawing of kawung that stands where a picture is missing. It says nothing, and is hidden from listeners. */
export function KawungPicture({ design }: { design: KawungDesign }) {
  const id = useId()
  const { tile } = design
  const style = { '--kawung-hue': design.hue, '--kawung-spark': design.spark } as CSSProperties
  return (
    <svg
      className="kawung"
      style={style}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <defs>
        <pattern
          id={`${id}p`}
          width={tile}
          height={tile}
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${design.turn} ${width / 2} ${height / 2})`}
        >
          <g className="kawung-petal">
            <Flower tile={tile} />
          </g>
          <Motif design={design} />
        </pattern>
        <linearGradient id={`${id}d`} x1="0" y1="0" x2="0" y2="1">
          <stop className="kawung-dusk" offset="0.25" />
          <stop className="kawung-dawn" offset="1" />
        </linearGradient>
      </defs>
      <rect className="kawung-ground" width={width} height={height} />
      <rect fill={`url(#${id}p)`} width={width} height={height} />
      <g className="kawung-spark" transform={`rotate(${design.turn} ${width / 2} ${height / 2})`}>
        {design.sparks.map(({ column, row }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sparks of a design never change
          <g key={index} transform={`translate(${tile * (column + 1)} ${tile * (row + 1)})`}>
            <Flower tile={tile} />
          </g>
        ))}
      </g>
      <rect fill={`url(#${id}d)`} width={width} height={height} />
    </svg>
  )
}

function Flower({ tile }: { tile: number }) {
  const centre = tile / 2
  return quarters.map((angle) => (
    <ellipse
      key={angle}
      cx={round(centre + tile * 0.3536 * 0.98)}
      cy={centre}
      rx={round(tile * 0.3536 * 0.9)}
      ry={round(tile * 0.175)}
      transform={`rotate(${angle} ${centre} ${centre})`}
    />
  ))
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
          rx={round(tile * (motif === 'vein' ? 0.2 : 0.05))}
          ry={round(tile * (motif === 'vein' ? 0.012 : 0.05))}
          transform={`rotate(${angle} ${centre} ${centre})`}
        />
      ))}
    </g>
  )
}

const round = (value: number) => Math.round(value * 10) / 10
