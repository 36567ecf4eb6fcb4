import { stringify } from 'csv-stringify/browser/esm/sync'
import { REPORT_COLUMNS, type ReportRow } from './rows.js'

/**
 * Writes CSV as RFC 4180 has it, with a byte order mark so that spreadsheet programs read UTF-8.
 *
 * Text that looks like a formula is quoted and otherwise left as it is: it is the data.
 */
export function writeCsv(rows: readonly ReportRow[]): Uint8Array {
  const text = stringify([...rows], {
    bom: true,
    header: true,
    columns: REPORT_COLUMNS.map(({ key, label }) => ({ key, header: label })),
    quoted_match: /^[=+\-@\t]/,
    record_delimiter: 'windows',
  })
  return new TextEncoder().encode(text)
}
