import type { ReportField, ReportType } from 'react-export-jobs'
import { LOCATIONS } from './purchase-orders.js'

/** The report that the demo's report page exports. */
export const PURCHASE_ORDERS = 'delivery_location'

const periodOf = (label: string): ReportField => ({
  id: 'dateRange',
  kind: 'date-range',
  label,
  required: true,
  defaultValue: { preset: 'lastMonth' },
  presets: ['last7Days', 'thisMonth', 'lastMonth', 'lastQuarter', 'thisYear'],
  max: 'today',
  maxDays: 366,
})

const NAME: ReportField = {
  id: 'name',
  kind: 'text',
  label: 'Name',
  description: 'Helps to find the export in the history.',
  maxLength: 60,
}

const columns = (...labels: readonly string[]) =>
  labels.map((label) => ({ value: label.toLowerCase().replaceAll(' ', '_'), label }))

/** What can be exported here, in the host's words. */
export const REPORT_TYPES: readonly ReportType[] = [
  {
    id: PURCHASE_ORDERS,
    label: 'Purchase orders',
    description: 'What was bought, from whom and at what price.',
    formats: ['csv', 'xlsx', 'pdf'],
    expectedDurationMs: 30_000,
    fields: [
      periodOf('Received in'),
      {
        id: 'location',
        kind: 'select',
        label: 'Delivery location',
        description: 'Leave blank for all locations.',
        options: LOCATIONS.map((label) => ({ value: label, label })),
      },
      {
        id: 'grouping',
        kind: 'select',
        label: 'Rows',
        required: true,
        defaultValue: 'item',
        options: [
          { value: 'item', label: 'One for each item' },
          {
            value: 'location',
            label: 'One for each location',
            disabledWhen: { not: { field: 'location', isEmpty: true } },
            disabledReason: 'That would be one row: take the location away first.',
          },
        ],
      },
      NAME,
    ],
  },
  {
    id: 'vendor',
    label: 'Vendors',
    description: 'Spending by vendor, with prices compared.',
    formats: ['csv', 'xlsx', 'pdf'],
    expectedDurationMs: 30_000,
    fields: [periodOf('Ordered in'), NAME],
  },
  {
    id: 'inventory',
    label: 'Inventory',
    description: 'Stock at the end of a period.',
    formats: ['csv', 'xlsx', 'pdf'],
    expectedDurationMs: 45_000,
    fields: [
      periodOf('Counted in'),
      {
        id: 'columns',
        kind: 'column-picker',
        label: 'Columns',
        options: columns('Item', 'Quantity', 'Unit', 'Value', 'Shelf', 'Best before'),
        defaultValue: ['item', 'quantity', 'unit', 'value'],
        minItems: 1,
      },
      NAME,
    ],
  },
]
