import { productName } from '@/site/identity'

/** The mark alone, in the corner of every view. */
export function BrandIcon() {
  return <Mark size={20} alt={productName} />
}

/** The mark and the name, on the views before signing in. */
export function BrandLogo() {
  return (
    <span className="brand-logo">
      <Mark size={48} alt="" />
      <span>{productName}</span>
    </span>
  )
}

function Mark({ size, alt }: { size: number; alt: string }) {
  // biome-ignore lint/performance/noImgElement: an optimizer has nothing to gain from an SVG of our own.
  return <img src="/icons/favicon.svg" width={size} height={size} alt={alt} />
}
