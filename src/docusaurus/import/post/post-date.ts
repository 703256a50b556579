import { Refusal } from '../../format/refusal'

/**
 * A date of a post as ISO 8601 in UTC. A date without a time zone is in UTC, as Docusaurus takes the dates in paths.
 *
 *     2024-5-1 -> 2024-05-01T00:00:00.000Z
 * @throws Refusal where there is no date, or where it does not exist
 */
export function dateOf(written: string | undefined, line: number): string {
  if (written === undefined) {
    throw new Refusal(
      'no-date',
      line,
      'Expected a date: `date` in the front matter, or a path such as 2024-05-11-name.md.',
    )
  }
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+))?$/.exec(written.trim())
  const [, year, month = '', day = '', time] = found ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const zoned = time === undefined ? 'T00:00:00Z' : `T${isoTime(time)}`
  const date = new Date(found ? iso + zoned : Number.NaN)
  const exists = found && new Date(`${iso}T00:00:00Z`).getUTCDate() === Number(day)
  if (!exists || Number.isNaN(date.getTime())) {
    throw new Refusal('invalid-date', line, `Expected a date such as 2024-05-11, found \`${written}\`.`)
  }
  return date.toISOString()
}

function isoTime(time: string) {
  const [, clock = '', zone = ''] = /^([\d:.]+)\s*(.*)$/.exec(time) ?? []
  const [hours = '', ...rest] = clock.split(':')
  return `${[hours.padStart(2, '0'), ...(rest.length > 0 ? rest : ['00'])].join(':')}${zone || 'Z'}`
}
