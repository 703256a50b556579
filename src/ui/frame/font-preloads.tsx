import { preload } from 'react-dom'

/** The two faces that the first view of every page is set in; the italic comes only where it is used. */
const faces = ['/fonts/terbit-serif.v1.woff2', '/fonts/terbit-sans.v1.woff2']

/** By React's own call, for a `link` of ours would be printed beside the one that React makes of it. */
export function FontPreloads() {
  for (const face of faces) preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return null
}
