import type { DefaultServerCellComponentProps } from 'payload'
import { locales } from '@/i18n/locales'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { LanguageMark } from './language-mark'
import { statesOfPage } from './states-of-page'

type Props = Omit<DefaultServerCellComponentProps, 'rowData'> & { rowData?: { id: string } }

/** The cell of the column `languages` in a list: the state of the document in each language. */
export async function LanguagesCell({ collectionSlug, i18n, payload, rowData }: Props) {
  // Payload also renders every component of a `ui` field in the document's form, where there is no row.
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
