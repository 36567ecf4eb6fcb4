import {
  type ExportJobsClient,
  ExportJobsProvider,
  ExportRequestForm,
  type ReportType,
} from 'react-export-jobs'

const FILE_LAYOUTS = ['files', 'annotated']

const WORKFLOW: ReportType = {
  id: 'workflow',
  label: 'Workflow',
  formats: ['csv'],
  formatsWhen: [{ when: { field: 'layout', in: FILE_LAYOUTS }, value: ['zip'] }],
  delivery: 'direct',
  deliveryWhen: [{ when: { field: 'layout', is: 'annotated' }, value: 'email' }],
  submitLabel: 'Export CSV',
  submitLabelWhen: [
    { when: { field: 'layout', is: 'files' }, value: 'Download Files' },
    { when: { field: 'layout', is: 'annotated' }, value: 'Export Annotated Case Files' },
  ],
  fields: [
    {
      id: 'assessments',
      kind: 'select',
      label: 'Assessments',
      required: true,
      defaultValue: 'all',
      visibleWhen: { not: { field: 'layout', in: FILE_LAYOUTS } },
      options: [
        {
          value: 'all',
          label: 'All Assessments',
          description: 'Every assessment of each file, by machine and by hand.',
        },
        {
          value: 'latest',
          label: 'Latest Assessments',
          description: 'The most recent assessment of each file alone.',
        },
      ],
    },
    {
      id: 'layout',
      kind: 'select',
      label: 'Layout',
      required: true,
      defaultValue: 'values',
      options: [
        {
          value: 'values',
          label: 'Attribute Values and Confidences',
          description: 'Long format: a row for each value, with its confidence.',
        },
        {
          value: 'annotations',
          label: 'Annotations',
          description: 'Wide format: a row for each annotation, a column for each attribute.',
        },
        {
          value: 'files',
          label: 'Files',
          description: 'The original images in a ZIP, named by case, order and number.',
        },
        {
          value: 'annotated',
          label: 'Annotated Files',
          description: 'The images with their annotations drawn on them.',
          disabledWhen: { field: 'order', isEmpty: true },
          disabledReason: 'Choose an order first.',
        },
      ],
    },
    {
      id: 'dataSource',
      kind: 'select',
      label: 'Data Source',
      description: 'Leave blank to include all data sources.',
      options: [
        { value: 'clinic', label: 'Clinic upload' },
        { value: 'archive', label: 'Archive' },
      ],
    },
    {
      id: 'order',
      kind: 'select',
      label: 'Order',
      description: 'Leave blank to include all workflow orders.',
      requiredWhen: { field: 'layout', is: 'annotated' },
      options: [
        { value: '8492192', label: '8492192' },
        { value: 'Re-read', label: 'Re-read' },
      ],
    },
  ],
}

export interface WorkflowCsvPageProps {
  /** The workflow's export service. */
  readonly client: ExportJobsClient
}

/** The admin tab of an assessment workflow with its panel "Export". */
export function WorkflowCsvPage({ client }: WorkflowCsvPageProps) {
  return (
    <ExportJobsProvider client={client} userKey="dana" reportTypes={[WORKFLOW]} urlState="memory">
      <main className="workflow">
        <h1>Export</h1>
        <ExportRequestForm />
      </main>
    </ExportJobsProvider>
  )
}
