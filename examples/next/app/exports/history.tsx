'use client'

import { type ExportColumn, ExportHistory, exportColumns } from 'react-export-jobs'

/** The name, which links to the job's own page, before the default columns, and actions behind them. */
const columns = (defaults: readonly ExportColumn[]) => [
  exportColumns.name,
  ...defaults,
  exportColumns.actions,
]

/** The embedded history. */
export function History() {
  return <ExportHistory table={{ columns }} />
}
