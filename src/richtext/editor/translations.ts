import id from '../../../locales/id/lexical.json'

/**
 * The Indonesian words of Payload's rich text editor, which has none (3.90), for `i18n.translations` of the
 * Payload config. Payload merges those of its features into the same place, and brings no `id` that would win.
 */
export const lexicalTranslations = { id: { lexical: id } } as const
