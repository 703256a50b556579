import id from '../../../locales/id/lexical.json'

/**
 * The Indonesian texts of Payload's rich text editor, which ships without Indonesian (3.90). They go into
 * `i18n.translations` of the Payload config. Payload merges its features' texts into the same place, and none of those
 * is `id`, so ours are not overwritten.
 */
export const lexicalTranslations = { id: { lexical: id } } as const
