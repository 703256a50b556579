import type { Element, Properties } from 'hast'
import type { Picture } from '@/content/views'
import type { BlockFields } from '../nodes'
import { isExternal, safeSrc } from '../safe-href'
import { element } from './element'
import type { Rendering } from './rendering'

type Fields = Pick<BlockFields['image'], 'picture' | 'address' | 'alt' | 'title'>

/** Renders a picture on a line of its own with its caption, or its alternative text when the picture is missing. */
export function pictureToHast(fields: Fields, rendering: Rendering): Element {
  const shown = imageOf(fields, rendering)
  if (!shown) {
    const text = fields.alt || rendering.words.pictureMissing
    return element('figure', { className: ['picture', 'picture-missing'] }, [
      element('figcaption', {}, [text]),
    ])
  }
  const caption = shown.caption ? element('figcaption', {}, [shown.caption]) : undefined
  return element('figure', { className: ['picture', ...kindOf(shown)] }, [
    imageElement(shown, fields),
    caption,
  ])
}

/** A picture in a line of text. */
export function inlinePictureToHast(fields: Fields, rendering: Rendering): Element {
  const shown = imageOf(fields, rendering)
  if (shown) return imageElement(shown, fields)
  const text = fields.alt || rendering.words.pictureMissing
  return element('span', { className: ['picture-missing'] }, [text])
}

type Shown = Picture & { remote?: boolean }

function imageOf({ picture, address, alt }: Fields, { options }: Rendering): Shown | undefined {
  const known = (picture ? options.pictureOf?.(picture) : undefined) ?? localPicture(address, options)
  if (known) return { ...known, alt: alt || known.alt }
  const src = safeSrc(address)
  return src !== undefined && isExternal(src) ? { src, alt: alt ?? '', remote: true } : undefined
}

const localPicture = (address: string | undefined, options: Rendering['options']) =>
  address && !isExternal(address) ? options.pictureOf?.(address) : undefined

/** A picture of unknown size gets a box of its own, which the style sheet gives a ratio. */
const kindOf = (shown: Shown) => (shown.remote ? ['picture-remote'] : [])

function imageElement(shown: Shown, { title }: Fields): Element {
  const properties: Properties = {
    src: shown.src,
    srcSet: shown.srcSet,
    sizes: shown.srcSet ? '(min-width: 48rem) 46rem, 100vw' : undefined,
    alt: shown.alt ?? '',
    title: title || undefined,
    width: shown.width,
    height: shown.height,
    loading: 'lazy',
    decoding: 'async',
    referrerPolicy: shown.remote ? 'no-referrer' : undefined,
    className: shown.remote ? ['remote'] : undefined,
    style: shown.placeholder && `background-image:url(${shown.placeholder})`,
  }
  return element('img', properties)
}
