import type { SiteView } from '@/content/views'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { breadcrumbs, jsonForScript } from '@/seo/json-ld'
import { hrefFor } from '@/site/hrefs'
import { JsonLdScript } from '@/ui/frame/json-ld-script'

type Props = { site: SiteView; locale: Locale; steps: { name: string; href: string }[] }

/** The path from the home page to a page, for machines. */
export function Breadcrumbs({ site, locale, steps }: Props) {
  const home = { name: site.name.text, href: hrefFor({ page: 'home', locale }) }
  return <JsonLdScript json={jsonForScript(breadcrumbs(environment().siteUrl, [home, ...steps]))} />
}
