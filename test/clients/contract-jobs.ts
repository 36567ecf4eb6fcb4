import { buildExportJobs } from '../../mocks/index.js'
import type { ExportRequest } from '../../src/core/request.js'

const STATUSES = ['completed', 'pending', 'failed', 'processing', 'completed'] as const
const HALF_A_DAY = 43_200_000

/** Jobs of several statuses, formats, types and days, some sharing their report period. */
export const contractJobs = buildExportJobs(11, (index) => ({
  name: index % 4 === 0 ? `Orders ${index}` : null,
  status: STATUSES[index % STATUSES.length] ?? 'completed',
  fileFormat: index % 2 === 0 ? 'csv' : 'pdf',
  reportType: index % 3 === 0 ? 'purchase_orders' : 'delivery_location',
  dateRange: { from: `2026-10-0${1 + (index % 3)}`, to: '2026-10-31' },
  createdAt: new Date(Date.parse('2026-11-23T08:00:00Z') - index * HALF_A_DAY).toISOString(),
}))

/** A request that every backend of these tests grants. */
export const contractRequest: ExportRequest = {
  reportType: 'delivery_location',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: {},
}
