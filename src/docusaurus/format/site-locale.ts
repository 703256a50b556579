import { docusaurusDefaultLocale } from '@/i18n/locales'
import type { SiteFile } from '../import/plan/import-plan'

const configFiles = /^docusaurus\.config\.(?:js|ts|mjs|cjs|mts|cts)$/

/**
 * The language of `blog/`: the one that the site's configuration names (read as text, never run), else one of ours that
 * has no folder of translations, Docusaurus' own default before the others.
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
  const without = ours.filter((locale) => !translated.has(locale))
  return without.includes(docusaurusDefaultLocale)
    ? docusaurusDefaultLocale
    : (without[0] ?? docusaurusDefaultLocale)
}
