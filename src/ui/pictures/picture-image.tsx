import type { CSSProperties } from 'react'
import type { Picture } from '@/content/views'

type Props = {
  picture: Picture
  /** The `sizes` attribute of HTML. A picture with a `srcSet` needs it. */
  sizes?: string
  /** Set for the main picture of the first view, which is fetched at once and before others. */
  first?: boolean
}

/** Another site's picture is requested without a referrer, so that the site does not learn which page was read. */
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
