import { screen } from '@testing-library/react'
import { ExportButton } from '../../src/components/export-button/ExportButton.js'
import { EXPORT_BUTTON_SLOTS } from '../../src/components/export-button/slots.js'
import { PathTemplateField } from '../../src/components/path-template-field/PathTemplateField.js'
import { PATH_TEMPLATE_SLOTS } from '../../src/components/path-template-field/slots.js'
import { ExportRequestDialog } from '../../src/components/request-dialog/ExportRequestDialog.js'
import { REQUEST_DIALOG_SLOTS } from '../../src/components/request-dialog/slots.js'
import { REQUEST_FORM_SLOTS } from '../../src/components/request-form/slots.js'
import type { ReportType } from '../../src/core/report-types.js'
import { renderWithProvider } from '../support/render-with-provider.js'

/** The slots of everything that asks for exports. */
export const REQUEST_SLOTS = [
  ...EXPORT_BUTTON_SLOTS,
  ...PATH_TEMPLATE_SLOTS,
  ...REQUEST_DIALOG_SLOTS,
  ...REQUEST_FORM_SLOTS,
]

const options = [{ value: 'a', label: 'A', description: 'What it does.' }]

const reportType: ReportType = {
  id: 'r',
  label: 'R',
  fields: [
    { id: 'note', kind: 'text', label: 'Note', description: 'Why.', required: true },
    { id: 'dateRange', kind: 'date-range', label: 'Period' },
    { id: 'layout', kind: 'select', label: 'Layout', options },
    { id: 'columns', kind: 'column-picker', label: 'Columns', options, defaultValue: ['a'] },
    { id: 'headers', kind: 'switch', label: 'Headers' },
  ],
}

/** Walks through every state of request forms that has parts of its own. */
export async function walkThroughRequests(collect: () => void): Promise<void> {
  const job = {
    reportType: 'r',
    fileFormat: null,
    dateRange: null,
    entityTypes: [],
    name: null,
    parameters: { gone: 1, columns: ['a'] },
  }
  const dialog = <ExportRequestDialog open onClose={() => {}} form={{ job, hasSettings: true }} />
  const view = renderWithProvider(dialog, { reportTypes: [reportType] })
  collect()
  await screen.findByText(/no longer asked for/)
  collect()
  await view.user.click(screen.getByRole('button', { name: 'Export' }))
  await view.user.click(screen.getByRole('button', { name: 'Saved settings' }))
  collect()
  view.unmount()

  const button = renderWithProvider(<ExportButton direct={{ href: () => '/file' }} />)
  await button.user.click(screen.getByRole('button', { name: 'More ways to export' }))
  await screen.findByRole('button', { name: 'All options' })
  collect()
  button.unmount()

  const fetched = renderWithProvider(
    <ExportButton direct={{ request: async () => new Response('', { status: 403 }) }} />,
  )
  await fetched.user.click(screen.getByRole('button', { name: /^Download/ }))
  await screen.findByRole('button', { name: 'Try again' })
  collect()
  fetched.unmount()

  const field = renderWithProvider(<PathTemplateField defaultValue="a/{{ FILE_EXT }}" />)
  await screen.findAllByText(/of these files/)
  await field.user.click(screen.getByRole('button', { name: 'Insert a variable' }))
  collect()
  await field.user.clear(screen.getByRole('textbox'))
  await field.user.type(screen.getByRole('textbox'), '..')
  collect()
}
