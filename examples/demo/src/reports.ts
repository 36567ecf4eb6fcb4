import type { ReportType } from 'react-export-jobs'

/** The report that the demo's report page exports. */
export const PURCHASE_ORDERS = 'delivery_location'

/** What can be exported here, in the host's words. */
export const REPORT_TYPES: readonly ReportType[] = [
  { id: PURCHASE_ORDERS, label: 'Purchase orders', expectedDurationMs: 30_000 },
  { id: 'vendor', label: 'Vendors', expectedDurationMs: 30_000 },
  { id: 'inventory', label: 'Inventory', expectedDurationMs: 45_000 },
]
