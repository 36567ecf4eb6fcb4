import type { ReportType } from '../../src/core/report-types.js'

/** The form of a workflow's export: one type whose layout decides the rest. Source: F1 to F3, F7. */
export const workflowExport: ReportType = {
  id: 'workflow',
  label: 'Workflow export',
  formatsWhen: [{ when: { field: 'layout', in: ['files', 'annotated_files'] }, value: ['zip'] }],
  formats: ['csv'],
  delivery: 'direct',
  deliveryWhen: [{ when: { field: 'layout', is: 'annotated_files' }, value: 'email' }],
  submitLabel: 'Export CSV',
  submitLabelWhen: [
    { when: { field: 'layout', is: 'files' }, value: 'Download Files' },
    { when: { field: 'layout', is: 'annotated_files' }, value: 'Export Annotated Case Files' },
  ],
  fields: [
    {
      id: 'assessments',
      kind: 'select',
      label: 'Assessments',
      visibleWhen: { not: { field: 'layout', in: ['files', 'annotated_files'] } },
      required: true,
      defaultValue: 'all',
      options: [
        { value: 'all', label: 'All assessments' },
        { value: 'latest', label: 'Latest assessments' },
      ],
    },
    {
      id: 'layout',
      kind: 'select',
      label: 'Layout',
      required: true,
      defaultValue: 'values',
      options: [
        { value: 'values', label: 'Attribute values and confidences', description: 'Long format.' },
        { value: 'annotations', label: 'Annotations', description: 'Wide format.' },
        { value: 'files', label: 'Files' },
        {
          value: 'annotated_files',
          label: 'Annotated files',
          disabledWhen: { field: 'order', isEmpty: true },
          disabledReason: 'Choose a workflow order first.',
        },
      ],
    },
    {
      id: 'dataSource',
      kind: 'select',
      label: 'Data source',
      description: 'Leave blank for all.',
      options: [{ value: 'clinic', label: 'Clinic' }],
    },
    {
      id: 'order',
      kind: 'select',
      label: 'Order',
      requiredWhen: { field: 'layout', is: 'annotated_files' },
      options: [{ value: '8492192', label: '8492192' }],
    },
    {
      id: 'pathTemplate',
      kind: 'path-template',
      label: 'Folder path template',
      visibleWhen: { field: 'layout', is: 'files' },
    },
  ],
}

/** Two plain reports that share some fields. Source: E4, M11. */
export const orders: ReportType = {
  id: 'orders',
  label: 'Purchase orders',
  formats: ['csv', 'pdf'],
  fields: [
    {
      id: 'dateRange',
      kind: 'date-range',
      label: 'Period',
      required: true,
      defaultValue: { preset: 'last7Days' },
      max: 'today',
    },
    { id: 'name', kind: 'text', label: 'Name', maxLength: 20 },
    { id: 'note', kind: 'text', label: 'Note' },
    { id: 'minimum', kind: 'number', label: 'Minimum', min: 0 },
    {
      id: 'columns',
      kind: 'column-picker',
      label: 'Columns',
      options: ['id', 'vendor', 'price'].map((value) => ({ value, label: value })),
      minItems: 1,
    },
    { id: 'headers', kind: 'switch', label: 'With headers', defaultValue: true },
  ],
}

/** Shares the period and the note with {@link orders}. */
export const inventory: ReportType = {
  id: 'inventory',
  label: 'Inventory',
  formats: ['csv', 'xlsx'],
  fields: [
    { id: 'dateRange', kind: 'date-range', label: 'Period' },
    { id: 'note', kind: 'text', label: 'Note' },
    { id: 'day', kind: 'date', label: 'Day', defaultValue: 'today' },
    { id: 'area', kind: 'custom', label: 'Area', control: 'map', settings: { zoom: 3 } },
  ],
}
