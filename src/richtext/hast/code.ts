import type { Element } from 'hast'
import type { BlockFields } from '../nodes'
import { element } from './element'
import type { Rendering } from './rendering'

/** Code scrolls sideways, so the keyboard must reach it. The page's script puts its button to copy into the frame. */
export function codeBlock(fields: BlockFields['code'], { options }: Rendering): Element {
  const { code, language, title } = fields
  const name = language?.replace(/[^\w+#.-]/g, '')
  const content = options.highlights?.get(fields) ?? [{ type: 'text', value: code ?? '' }]
  const pre = element('pre', { tabIndex: 0 }, [
    element('code', { className: name ? [`language-${name}`] : undefined }, content),
  ])
  return title
    ? element('figure', { className: ['code'] }, [element('figcaption', {}, [title]), pre])
    : element('div', { className: ['code'] }, [pre])
}
