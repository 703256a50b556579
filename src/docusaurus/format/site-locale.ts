import { docusaurusDefaultLocale } from '@/i18n/locales'
import type { SiteFile } from './site-file'

const configFiles = /^docusaurus\.config\.(?:js|ts|mjs|cjs|mts|cts)$/

/**
 * Finds the language of `blog/`. The site's configuration says it, and is searched as text: it is never run. Without
 * it, `blog/` has the language of ours that has no folder of translations, Docusaurus' own default before others.
 */
export function defaultLocaleOf(files: readonly SiteFile[], ours: readonly string[]): string {
  for (const file of files) {
    if (!configFiles.test(file.path) || !('bytes' in file)) continue
    const written = new TextDecoder().decode(file.bytes)
    const locale = /^[^/*\n]*\bdefaultLocale\s*:\s*['"]([\w-]+)['"]/m.exec(written)?.[1]
    if (locale !== undefined) return locale
  }
  const translated = new Set(
    files.flatMap(({ path }) => /^i18n\/([^/]+)\/docusaurus-plugin-content-blog\//.exec(path)?.[1] ?? []),
  )
  return withoutFolder(ours, translated) ?? docusaurusDefaultLocale
}

/** The language of ours that has no translations in a site. Docusaurus' own default goes before others. */
export function withoutFolder<Language extends string>(
  ours: readonly Language[],
  translated: { has: (locale: Language) => boolean },
): Language | undefined {
  const rest = ours.filter((locale) => !translated.has(locale))
  return rest.find((locale) => locale === docusaurusDefaultLocale) ?? rest[0]
}

/** Languages in their order, but the default language first. */
export const defaultFirst = <Language extends string>(
  languages: readonly Language[],
  defaultLocale: string | undefined,
): Language[] =>
  [...languages].sort((one, other) => Number(other === defaultLocale) - Number(one === defaultLocale))
