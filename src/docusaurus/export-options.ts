import { parseArgs } from 'node:util'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import { localesIn, UsageError } from './import-options'

/** What was asked of the export. */
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
  --locales id,en       the languages to write (all of ours)
  --default-locale en   the language of blog/ (that of the site that was imported, else en)
  --force               write over files that were changed there since`

/**
 * Reads the arguments of the command.
 * @throws UsageError
 */
export function exportOptions(args: readonly string[]): ExportOptions {
  const { values, positionals } = parsed(args)
  const [outDir, ...others] = positionals
  if (outDir === undefined) throw new UsageError('Expected OUT_DIR, the folder to write to.')
  if (others.length > 0) throw new UsageError(`Expected one OUT_DIR, found also: ${others.join(' ')}`)
  return {
    outDir,
    json: values.json ?? false,
    locales: values.locales === undefined ? locales : localesIn(values.locales),
    defaultLocale: values['default-locale'] === undefined ? undefined : ourLocale(values['default-locale']),
    published: values.published ?? false,
    force: values.force ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        published: { type: 'boolean' },
        locales: { type: 'string' },
        'default-locale': { type: 'string' },
        force: { type: 'boolean' },
      },
    })
  } catch (cause) {
    if (cause instanceof TypeError) throw new UsageError(cause.message, { cause })
    throw cause
  }
}

function ourLocale(written: string): Locale {
  if (isLocale(written)) return written
  throw new UsageError(`Expected --default-locale of ${locales.join(', ')}, found \`${written}\`.`)
}
