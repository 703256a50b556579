/** A card as Open Graph names it. Every card has one size and one format. */
export const cardImage = ({ src, alt }: { src: string; alt: string }) => ({
  url: src,
  width: 1200,
  height: 630,
  alt,
  type: 'image/png',
})
