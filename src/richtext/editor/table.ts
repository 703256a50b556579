import { EXPERIMENTAL_TableFeature } from '@payloadcms/richtext-lexical'
import type { Field } from 'payload'
import { inEachLanguage } from './words'

/** Payload's table feature with our labels. Its own form has English labels only (3.90). */
export function tableFeature() {
  const provider = EXPERIMENTAL_TableFeature()
  const { feature } = provider
  if (typeof feature !== 'function') return provider
  const labelled: typeof feature = async (args) => {
    const server = await feature(args)
    const { generateSchemaMap } = server
    if (!generateSchemaMap) return server
    return {
      ...server,
      generateSchemaMap: (config) => {
        const schema = generateSchemaMap(config)
        const form = schema?.get('fields')
        if (schema && form && 'fields' in form)
          schema.set('fields', { ...form, fields: form.fields.map(withLabel) })
        return schema
      },
    }
  }
  return { ...provider, feature: labelled }
}

const labels: Record<string, ReturnType<typeof inEachLanguage>> = {
  rows: inEachLanguage((words) => words.fields.tableRows.label),
  columns: inEachLanguage((words) => words.fields.tableColumns.label),
}

function withLabel(field: Field): Field {
  const label = 'name' in field ? labels[field.name] : undefined
  return label ? ({ ...field, label } as Field) : field
}
