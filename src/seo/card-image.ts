/** Describes a card for Open Graph. Every card has the same size and format. */
export const cardImage = ({ src, alt }: { src: string; alt: string }) => ({
  url: src,
  width: 1200,
  height: 630,
  alt,
  type: 'image/png',
})
