import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import { UsageError } from './usage-error'

/** The option that `localesIn` reads, as usages show it. */
export const localesOption = `--locales ${locales.join(',')}`

/** An option without a value, such as `--json`. */
export const flag = { type: 'boolean' } as const

/** An option with a value, such as `--locales id,en`. */
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
 * The languages in a list such as `id,en`. Without a list, all of our languages.
 * @throws UsageError
 */
export function localesIn(list: string | undefined): readonly Locale[] {
  return list === undefined
    ? locales
    : list.split(',').map((written) => ourLocale('--locales', written.trim()))
}

/**
 * The value of an option that has to be one of our languages.
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
