import type { DefaultServerCellComponentProps } from 'payload'
import { locales } from '@/i18n/locales'
import type { PublishedCollection } from '@/publishing/write/published-state'
import { LanguageMark } from './language-mark'
import { statesOfPage } from './states-of-page'

type Props = Omit<DefaultServerCellComponentProps, 'rowData'> & { rowData?: { id: string } }

/** The column `languages` of a list: the state of the document in each language. */
export async function LanguagesCell({ collectionSlug, i18n, payload, rowData }: Props) {
  // Payload draws every component of a `ui` field in the document's form as well, where there is no row.
  if (!rowData) return null
  const states = await statesOfPage(payload, collectionSlug as PublishedCollection)(rowData.id)
  if (!states) return null
  return (
    <span className="language-marks">
      {locales.map((locale) => (
        <LanguageMark key={locale} locale={locale} state={states[locale].state} language={i18n.language} />
      ))}
    </span>
  )
}
