import { unzipSync } from 'fflate'
import writeXlsxFile, { type Row } from 'write-excel-file/universal'
import { REPORT_COLUMNS, type ReportRow } from './rows.js'
import type { ReportHead } from './write-file.js'
import { zip } from './zip.js'

const WIDTHS: Readonly<Record<(typeof REPORT_COLUMNS)[number]['key'], number>> = {
  orderNumber: 12,
  receivedOn: 12,
  vendor: 28,
  location: 22,
  item: 30,
  quantity: 10,
  unit: 8,
  unitPrice: 11,
  total: 12,
  note: 44,
}

/** Writes a workbook of one sheet: a header row that stays in view, then one row for each record. */
export async function writeXlsx(rows: readonly ReportRow[], head: ReportHead): Promise<Uint8Array> {
  const header: Row = REPORT_COLUMNS.map(({ label, isNumber }) => ({
    value: label,
    type: String,
    fontWeight: 'bold',
    align: isNumber ? 'right' : 'left',
  }))
  const blob = await writeXlsxFile([header, ...rows.map(toCells)], {
    sheet: sheetName(head.title),
    columns: REPORT_COLUMNS.map(({ key }) => ({ width: WIDTHS[key] })),
    stickyRowsCount: 1,
  }).toBlob()
  // Packed again, because the writer notes the present time in the archive.
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  const entries = Object.entries(parts).map(([name, bytes]) => ({ name, bytes }))
  return zip(entries, head.madeAt)
}

function toCells(row: ReportRow): Row {
  return REPORT_COLUMNS.map(({ key }) => {
    const value = row[key]
    if (key === 'receivedOn') {
      return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    }
    if (typeof value === 'number') {
      return { value, type: Number, format: key === 'quantity' ? '0' : '#,##0.00' }
    }
    // An empty text is left out: the writer refuses it as a value.
    return value === '' ? null : { value, type: String, wrap: key === 'note' }
  })
}

/** Excel allows 31 characters and none of `\ / ? * [ ] :`. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
