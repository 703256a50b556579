import { RenderDefaultCell } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps, TextFieldClient } from 'payload'
import { locales } from '@/i18n/locales'
import type { PublishedCollection } from '@/publishing/publishables/publishable'
import { statesOfPage } from './states-of-page'

type Props = DefaultServerCellComponentProps & { columnIndex: number; linkURL?: string }

/**
 * The title of a document in a list. A document without a title in the list's language shows its title in another
 * one.
 */
export async function TitleCell({
  cellData,
  collectionSlug,
  columnIndex,
  field,
  i18n,
  link = false,
  linkURL,
  payload,
  rowData,
}: Props) {
  const states = cellData
    ? undefined
    : await statesOfPage(payload, collectionSlug as PublishedCollection)(String(rowData.id))
  const lent = states && locales.find((locale) => states[locale].title)
  const cell = (
    <RenderDefaultCell
      clientProps={{
        cellData: lent ? states[lent].title : cellData,
        collectionSlug,
        field: clientField(field, i18n.language),
        link,
        linkURL,
        rowData,
      }}
      columnIndex={columnIndex}
      enableRowSelections
      isLinkedColumn={link}
    />
  )
  return lent ? (
    <span className="lent-title" lang={lent}>
      {cell}
    </span>
  ) : (
    cell
  )
}

/**
 * Returns the part of the field that a cell in the browser needs. The rest contains functions, which must stay on
 * the server.
 */
function clientField(field: Props['field'], language: string): TextFieldClient {
  const label = 'label' in field ? field.label : undefined
  const words =
    typeof label === 'object' && label !== null ? (label as Record<string, string>)[language] : undefined
  return { name: 'name' in field ? String(field.name) : '', type: 'text', label: words ?? '' }
}
