import type { ReportType } from 'react-export-jobs'

/** A report type with most of what forms can ask for. */
export const VENDOR_REPORT: ReportType = {
  id: 'vendor',
  label: 'Orders by vendor',
  formats: ['csv', 'pdf'],
  fields: [
    {
      id: 'dateRange',
      kind: 'date-range',
      label: 'Delivered in',
      required: true,
      defaultValue: { preset: 'lastMonth' },
    },
    {
      id: 'grouping',
      kind: 'select',
      label: 'Rows',
      required: true,
      defaultValue: 'item',
      options: [
        { value: 'item', label: 'One for each item', description: 'Prices as they were charged.' },
        { value: 'order', label: 'One for each order', description: 'Totals alone.' },
      ],
    },
    { id: 'note', kind: 'text', label: 'Note', description: 'Is printed on the first page.' },
  ],
}
