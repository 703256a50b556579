import type { Element } from 'hast'
import type { BlockFields } from '../nodes'
import { element } from './element'
import type { Rendering } from './rendering'

/** Renders code that scrolls sideways, also by keyboard. The page's script adds the copy button. */
export function codeToHast(fields: BlockFields['code'], { options }: Rendering): Element {
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
