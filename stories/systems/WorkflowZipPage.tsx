import {
  type ExportJobsClient,
  ExportJobsProvider,
  ExportRequestForm,
  type ReportType,
  type SelectField,
} from 'react-export-jobs'

const ORDER: SelectField = {
  id: 'order',
  kind: 'select',
  label: 'Workflow order',
  description: 'Leave blank to export all cases of the workflow.',
  options: [
    { value: '8492192', label: '8492192' },
    { value: 'Re-read', label: 'Re-read' },
  ],
}

const REPORT_TYPES: readonly ReportType[] = [
  {
    id: 'results',
    label: 'Results as CSV',
    description: 'Assessment results and metadata.',
    formats: ['csv'],
    delivery: 'direct',
    submitLabel: 'Export CSV',
    fields: [
      ORDER,
      {
        id: 'submissions',
        kind: 'select',
        label: 'Submissions',
        required: true,
        defaultValue: 'all',
        options: [
          { value: 'all', label: 'All submissions', description: 'Each assessment of a case.' },
          { value: 'latest', label: 'Latest submission', description: 'The last one alone.' },
        ],
      },
    ],
  },
  {
    id: 'files',
    label: 'Case files (ZIP)',
    description: 'The files as they were uploaded.',
    formats: ['zip'],
    delivery: 'direct',
    submitLabel: 'Download Files',
    fields: [
      ORDER,
      {
        id: 'pathTemplate',
        kind: 'path-template',
        label: 'Folder path template',
        description: 'Leave blank to place all files at the root under their usual names.',
      },
    ],
  },
  {
    id: 'annotated',
    label: 'Annotated case files (ZIP)',
    description: 'The files with their annotations drawn on them; they need a workflow order.',
    formats: ['zip'],
    delivery: 'email',
    submitLabel: 'Export Annotated Case Files',
    fields: [{ ...ORDER, required: true, description: 'Annotated files are made for one order.' }],
  },
]

export interface WorkflowZipPageProps {
  /** The workflow's export service. */
  readonly client: ExportJobsClient
}

/** A workflow's page with its three exports. */
export function WorkflowZipPage({ client }: WorkflowZipPageProps) {
  return (
    <ExportJobsProvider client={client} userKey="dana" reportTypes={REPORT_TYPES} urlState="memory">
      <main className="workflow">
        <h1>Shoulder study</h1>
        <ExportRequestForm labels={{ form: { reportType: 'What to export' } }} />
      </main>
    </ExportJobsProvider>
  )
}
