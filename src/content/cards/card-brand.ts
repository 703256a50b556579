import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import type { Brand } from '@/og/card/card'
import { siteView } from '../site/site-view'
import type { Picture } from '../views'

/** The site's identity as its cards show it to readers of a language. */
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

/** The bytes of a picture of ours. Undefined where its file is missing: a card then has the mark of the product. */
async function fileOf({ src }: Picture): Promise<Uint8Array | undefined> {
  const name = basename(decodeURIComponent(src))
  return readFile(join(/* turbopackIgnore: true */ environment().dataDir, 'media', name)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    },
  )
}
