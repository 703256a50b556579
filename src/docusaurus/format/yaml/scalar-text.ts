import { parseDocument } from 'yaml'

/** YAML that is written as it stands. */
export type Written = { written: string }

/**
 * A value as YAML. It has the quotes of the value that stood there before (`like`, a type of the `yaml` package), else
 * none if it reads as the same words without them.
 */
export function scalarText(value: string | boolean | Written, like?: string | null, inFlow = false): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return value.written
  if (like === 'QUOTE_SINGLE' && !/[\p{Cc}]/u.test(value)) return `'${value.replaceAll("'", "''")}'`
  if (like === 'QUOTE_DOUBLE' || !readsPlain(value, inFlow)) return JSON.stringify(value)
  return value
}

/** Whether a text reads as itself without quotes, in YAML 1.1 too, where `no` is false and dates have a type. */
function readsPlain(value: string, inFlow: boolean): boolean {
  if (!/^[\p{L}\p{N}(/.][^\p{Cc}]*$/u.test(value) || /:(?:\s|$)|\s#|^\s|\s$/.test(value)) return false
  if (inFlow && /[,[\]{}:]/.test(value)) return false
  return (['1.1', 'core'] as const).every(
    (schema) => parseDocument(value, schema === '1.1' ? { version: '1.1' } : {}).toJS() === value,
  )
}
