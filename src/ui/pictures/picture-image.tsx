import type { CSSProperties } from 'react'
import type { Picture } from '@/content/views'

type Props = {
  picture: Picture
  /** As in HTML; needed where the picture has a `srcSet`. */
  sizes?: string
  /** For the one picture that the first view is about: fetched at once, and first. */
  first?: boolean
}

/** Remote pictures may be an author's own addresses: they learn nothing of the reader's page. */
export function PictureImage({ picture, sizes, first = false }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: media come in sizes made on upload, and nothing is resized on request
    <img
      src={picture.src}
      srcSet={picture.srcSet}
      sizes={picture.srcSet === undefined ? undefined : sizes}
      width={picture.width}
      height={picture.height}
      alt={picture.alt}
      style={placeholderStyle(picture)}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
      referrerPolicy="no-referrer"
    />
  )
}

const placeholderStyle = ({ placeholder }: Picture): CSSProperties | undefined =>
  placeholder === undefined ? undefined : { backgroundImage: `url(${placeholder})` }
