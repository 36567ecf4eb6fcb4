import type { ReportRow } from './rows.js'
import type { ReportHead } from './write-file.js'

/** Writes JSON: the title, the period and one object a row. */
export function writeJson(rows: readonly ReportRow[], head: ReportHead): Uint8Array {
  const plain = rows.map(({ vendorLatin, ...row }) => row)
  const report = { title: head.title, period: head.period, rows: plain }
  return new TextEncoder().encode(JSON.stringify(report, null, 2))
}
