import {
  flag,
  folderAndOptions,
  localesIn,
  localesOption,
  ourLocale,
  text,
} from '@/commands/folder-arguments'
import { docusaurusDefaultLocale, type Locale } from '@/i18n/locales'

/** The options of an export. */
export type ExportOptions = {
  outDir: string
  json: boolean
  locales: readonly Locale[]
  defaultLocale: Locale | undefined
  published: boolean
  force: boolean
}

export const exportUsage = `npm run content:export -- OUT_DIR [options]

OUT_DIR                 an empty folder, an earlier export, or the folder of the site that was imported
  --json                the report as JSON on standard output
  --published           what readers see; else the newest words of each text, drafts included
  ${localesOption.padEnd(22)}the languages to write (all of ours)
  ${`--default-locale ${docusaurusDefaultLocale}`.padEnd(22)}the language of blog/ (that of the site that was imported, else ${docusaurusDefaultLocale})
  --force               write over files that were changed there since`

/**
 * Reads the arguments of the command.
 * @throws UsageError
 */
export function exportOptions(args: readonly string[]): ExportOptions {
  const { folder, values } = folderAndOptions(
    args,
    { name: 'OUT_DIR', is: 'the folder to write to' },
    { json: flag, published: flag, locales: text, 'default-locale': text, force: flag },
  )
  const defaultLocale = values['default-locale']
  return {
    outDir: folder,
    json: values.json ?? false,
    locales: localesIn(values.locales),
    defaultLocale: defaultLocale === undefined ? undefined : ourLocale('--default-locale', defaultLocale),
    published: values.published ?? false,
    force: values.force ?? false,
  }
}
