import { isLocale } from '@/i18n/locales'
import { boot } from '@/server/start/boot'

/** This program publishes an article under another title, as a command does. Arguments: id, locale, title. */
const [id = '', locale, title = ''] = process.argv.slice(2)
if (!isLocale(locale)) throw new Error(`Expected a locale as the second argument, got ${locale}.`)
const { payload, stop } = await boot(() => undefined)
await payload.update({ collection: 'articles', id, locale, data: { title, _status: 'published' } })
await stop()
