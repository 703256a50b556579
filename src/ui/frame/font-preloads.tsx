import { preload } from 'react-dom'

/** The two faces of the first view of every page. The italic loads only on pages that use it. */
const faces = ['/fonts/terbit-serif.v1.woff2', '/fonts/terbit-sans.v1.woff2']

/** Calls React's `preload`, because React would turn our own `link` element into a second one. */
export function FontPreloads() {
  for (const face of faces) preload(face, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return null
}
