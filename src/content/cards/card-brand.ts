import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import type { Brand } from '@/og/card/card'
import { siteView } from '../site/site-view'
import type { Picture } from '../views'

/** Returns the site's identity as its cards show it in a language. */
export async function cardBrand(locale: Locale): Promise<Brand> {
  const { name, tagline, accent, logo } = await siteView(locale)
  const picture = logo && (await fileOf(logo))
  return {
    name: name.text,
    ...(tagline ? { tagline: tagline.text } : {}),
    ...(accent ? { accent } : {}),
    ...(picture ? { logo: picture } : {}),
  }
}

/**
 * Reads the bytes of one of our pictures. Returns undefined when its file is missing; the card then shows the
 * product's mark.
 */
async function fileOf({ src }: Picture): Promise<Uint8Array | undefined> {
  const name = basename(decodeURIComponent(src))
  return readFile(join(/* turbopackIgnore: true */ environment().dataDir, 'media', name)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
}
