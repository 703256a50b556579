import type { Body } from '@/richtext/nodes'

/** Returns a body of plain paragraphs. */
export function bodyOf(...paragraphs: string[]): Body {
  return {
    root: {
      type: 'root',
      version: 1,
      direction: 'ltr',
      format: '',
      indent: 0,
      children: paragraphs.map((text) => ({
        type: 'paragraph',
        version: 1,
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', version: 1, text, format: 0, style: '', detail: 0, mode: 'normal' }],
      })),
    },
  }
}
