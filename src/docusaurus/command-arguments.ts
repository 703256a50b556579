import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { isLocale, type Locale, locales } from '@/i18n/locales'

/** Wrong usage, which a command answers with its usage and exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** How usages write the option that `localesIn` reads. */
export const localesOption = `--locales ${locales.join(',')}`

/** An option that is given or not, and one that has a value. */
export const flag = { type: 'boolean' } as const
export const text = { type: 'string' } as const

/**
 * Reads the arguments of a command that works on one folder.
 * @throws UsageError
 */
export function folderAndOptions<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { name, is }: { name: string; is: string },
  options: Options,
) {
  const { values, positionals } = parsed(args, options)
  const [folder, ...others] = positionals
  if (folder === undefined) throw new UsageError(`Expected ${name}, ${is}.`)
  if (others.length > 0) throw new UsageError(`Expected one ${name}, found also: ${others.join(' ')}`)
  return { folder, values }
}

/**
 * The languages of ours that a list names; all of them where there is no list.
 * @throws UsageError
 */
export function localesIn(list: string | undefined): readonly Locale[] {
  return list === undefined
    ? locales
    : list.split(',').map((written) => ourLocale('--locales', written.trim()))
}

/**
 * The language of ours that an option names.
 * @throws UsageError
 */
export function ourLocale(option: string, written: string): Locale {
  if (isLocale(written)) return written
  throw new UsageError(`Expected ${option} of ${locales.join(', ')}, found \`${written}\`.`)
}

function parsed<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (cause) {
    if (cause instanceof TypeError) throw new UsageError(cause.message, { cause })
    throw cause
  }
}
