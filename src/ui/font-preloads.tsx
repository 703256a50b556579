/** The two faces that the first view of every page is set in; the italic comes only where it is used. */
const faces = ['/fonts/terbit-serif.v1.woff2', '/fonts/terbit-sans.v1.woff2']

export function FontPreloads() {
  return faces.map((href) => (
    <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
  ))
}
