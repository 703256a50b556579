import type { ViewDescriptionServerProps } from 'payload'
import { languageStates } from '@/publishing/language-states'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { DocumentLanguages } from '../languages/document-languages'
import { LocaleInAddress } from './locale-in-address'

/**
 * The languages of a document, below its title in each of its views. For a new document, `EditView` puts them into
 * the empty element.
 */
export async function DocumentHeading({
  collection,
  id,
  payload,
}: ViewDescriptionServerProps & { collection: PublishedCollection; id?: string }) {
  if (!id) return <div id="document-languages" />
  const states = await languageStates(payload, collection, [id])
  return (
    <>
      <LocaleInAddress />
      <DocumentLanguages initial={states.get(id)} collection={collection} />
    </>
  )
}
