import type { ReportType } from '../../src/core/report-types.js'

/** A kind of report that the mock backend can make; it always names its formats. */
export interface BackendReportType extends ReportType {
  /** File formats in lower case that it can be exported to: `csv`, `pdf`, `xlsx`, `json` or `zip`. */
  readonly formats: readonly string[]
}

/** The report types of a backend that is given none. Source: M11. */
export const DEFAULT_REPORT_TYPES: readonly BackendReportType[] = [
  {
    id: 'delivery_location',
    label: 'Purchase orders by delivery location',
    description: 'Received vendor orders, one row for each item.',
    formats: ['csv', 'pdf', 'xlsx'],
    expectedDurationMs: 30_000,
  },
  {
    id: 'vendor',
    label: 'Purchase orders by vendor',
    description: 'Received vendor orders, grouped by who sent them.',
    formats: ['csv', 'pdf', 'xlsx'],
    expectedDurationMs: 30_000,
  },
  {
    id: 'inventory',
    label: 'Inventory',
    description: 'Stock received in the period.',
    formats: ['csv', 'pdf', 'xlsx', 'json', 'zip'],
    expectedDurationMs: 45_000,
  },
]
