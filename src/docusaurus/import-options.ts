import { flag, folderAndOptions, localesIn, localesOption, text } from '@/commands/folder-arguments'
import { UsageError } from '@/commands/usage-error'
import { docusaurusDefaultLocale, type Locale } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'

/** The options of an import. */
export type ImportOptions = {
  siteDir: string
  dryRun: boolean
  json: boolean
  strict: boolean
  locales: readonly Locale[]
  defaultLocale: string | undefined
  winner: Winner | undefined
  /** The paths of the posts whose projects are to be taken. */
  projects: readonly string[]
  fetchImages: boolean
}

export const usage = `npm run content:import -- SITE_DIR [options]

SITE_DIR                the folder of a Docusaurus site: blog/, i18n/, static/
  --dry-run             say what would be, and write nothing
  --json                the report as JSON on standard output
  --strict              refuse files that would be warned of
  ${localesOption.padEnd(22)}the languages to take (all of ours)
  ${`--default-locale ${docusaurusDefaultLocale}`.padEnd(22)}the language of blog/ (found from the site)
  --projects PATH,PATH  take the projects that these posts list, such as blog/2024-05-11-overview.md
  --theirs              where a file and its article have both changed, the file wins
  --ours                where both have changed, what is here wins
  --fetch-images        take pictures on other hosts too`

/**
 * Reads the arguments of the command.
 * @throws UsageError
 */
export function importOptions(args: readonly string[]): ImportOptions {
  const { folder, values } = folderAndOptions(
    args,
    { name: 'SITE_DIR', is: 'the folder of a Docusaurus site' },
    {
      'dry-run': flag,
      json: flag,
      strict: flag,
      locales: text,
      'default-locale': text,
      projects: text,
      theirs: flag,
      ours: flag,
      'fetch-images': flag,
    },
  )
  if (values.theirs && values.ours) throw new UsageError('Expected --theirs or --ours, found both.')
  return {
    siteDir: folder,
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
    strict: values.strict ?? false,
    locales: localesIn(values.locales),
    defaultLocale:
      values['default-locale'] === undefined ? undefined : languageCode(values['default-locale']),
    winner: values.theirs ? 'theirs' : values.ours ? 'ours' : undefined,
    projects: (values.projects ?? '')
      .split(',')
      .map((path) => path.trim().replace(/^\.\//, ''))
      .filter((path) => path !== ''),
    fetchImages: values['fetch-images'] ?? false,
  }
}

/** The language of `blog/`. If it is none of ours, only translations are taken. */
function languageCode(written: string): string {
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(written)) return written
  throw new UsageError(
    `Expected --default-locale to be a language such as ${docusaurusDefaultLocale}, found \`${written}\`.`,
  )
}
