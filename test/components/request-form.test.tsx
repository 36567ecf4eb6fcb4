import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import {
  ExportRequestForm,
  type ExportRequestFormProps,
} from '../../src/components/request-form/ExportRequestForm.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ReportField } from '../../src/core/report-fields.js'
import type { ReportType } from '../../src/core/report-types.js'
import type { ExportJobsProviderProps } from '../../src/provider/ExportJobsProvider.js'
import { inventory, orders, workflowExport } from '../forms/workflow-reports.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

type CreateJob = NonNullable<ExportJobsClient['createJob']>

const job = buildExportJob({ id: '9', status: 'pending' })

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

async function open(
  reportTypes: readonly ReportType[],
  props: ExportRequestFormProps = {},
  provider: Partial<ExportJobsProviderProps> & { readonly createJob?: CreateJob } = {},
) {
  const { createJob = vi.fn<CreateJob>(async () => ({ kind: 'job', job })), ...rest } = provider
  const client = rest.client ?? createScriptedClient({ createJob, getJob: async () => job })
  const view = renderWithProvider(<ExportRequestForm {...props} />, {
    userKey: 'ann',
    reportTypes,
    ...rest,
    client,
  })
  await screen.findByRole('form', { name: 'Request an export' })
  const sent = () => vi.mocked(createJob).mock.calls.map(([request]) => request)
  const press = async (name = 'Export') => {
    const button = screen.getByRole('button', { name })
    await view.user.click(button)
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'))
  }
  return { ...view, createJob, sent, press }
}

const withFields = (...fields: readonly ReportField[]): ReportType => ({
  id: 'r',
  label: 'R',
  formats: ['csv'],
  fields,
})

const options = (...values: readonly string[]) =>
  values.map((value) => ({ value, label: value.toUpperCase() }))

async function axeProblems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('the fields', () => {
  it('take a text, a number, a day and a switch, and send what is meant', async () => {
    const { user, sent, press } = await open([
      withFields(
        { id: 'note', kind: 'text', label: 'Note', multiline: true },
        { id: 'least', kind: 'number', label: 'At least' },
        { id: 'day', kind: 'date', label: 'Day' },
        { id: 'headers', kind: 'switch', label: 'With headers' },
      ),
    ])
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'For the audit')
    await user.type(screen.getByRole('textbox', { name: 'At least' }), '1.5')
    await user.type(screen.getByLabelText('Day'), '2026-11-03')
    await user.click(screen.getByRole('switch', { name: 'With headers' }))
    await press()
    expect(sent()[0]?.parameters).toEqual({
      note: 'For the audit',
      least: 1.5,
      day: '2026-11-03',
      headers: true,
    })
  })

  it('take numbers with the decimal mark of the language', async () => {
    const { user, sent, press } = await open(
      [withFields({ id: 'least', kind: 'number', label: 'At least' })],
      {},
      { locale: 'de' },
    )
    const field = screen.getByRole('textbox', { name: 'At least' })
    await user.type(field, '2,5')
    expect(field).toHaveValue('2,5')
    await press()
    expect(sent()[0]?.parameters).toEqual({ least: 2.5 })
  })

  it('take a ready period, or days of one’s own, and say in which zone', async () => {
    const { user, sent, press } = await open([
      withFields({
        id: 'dateRange',
        kind: 'date-range',
        label: 'Period of the report',
        presets: ['lastMonth'],
      }),
    ])
    const group = within(screen.getByRole('group', { name: 'Period of the report' }))
    expect(group.getByText(/^Days in \S/)).toBeVisible()
    await user.selectOptions(group.getByRole('combobox', { name: 'Period' }), 'Last month')
    expect(group.getByLabelText('From')).not.toHaveValue('')
    await user.clear(group.getByLabelText('From'))
    await user.type(group.getByLabelText('From'), '2026-01-05')
    await user.clear(group.getByLabelText('To'))
    await user.type(group.getByLabelText('To'), '2026-01-09')
    expect(group.getByRole('combobox', { name: 'Period' })).toHaveValue('')
    await press()
    expect(sent()[0]?.dateRange).toEqual({ from: '2026-01-05', to: '2026-01-09' })
  })

  it('choose one of several from a list that opens, or none', async () => {
    const { user, sent, press } = await open([
      withFields({ id: 'area', kind: 'select', label: 'Area', options: options('north', 'south') }),
    ])
    const list = screen.getByRole('combobox', { name: 'Area' })
    await user.selectOptions(list, 'SOUTH')
    await press()
    await user.selectOptions(list, 'Not chosen')
    await press()
    expect(sent().map(({ parameters }) => parameters)).toEqual([{ area: 'south' }, {}])
  })

  it('choose several by check boxes', async () => {
    const { user, sent, press } = await open([
      withFields({
        id: 'kinds',
        kind: 'multi-select',
        label: 'Kinds',
        options: options('a', 'b', 'c'),
      }),
    ])
    const group = within(screen.getByRole('group', { name: 'Kinds' }))
    await user.click(group.getByRole('checkbox', { name: 'C' }))
    await user.click(group.getByRole('checkbox', { name: 'A' }))
    expect(group.getByText('2 chosen')).toBeVisible()
    await press()
    expect(sent()[0]?.parameters).toEqual({ kinds: ['c', 'a'] })
  })

  it('search among many choices, and show at most 100 at once', async () => {
    const many = Array.from({ length: 230 }, (_, index) => `vendor ${index}`)
    const { user } = await open([
      withFields({
        id: 'vendors',
        kind: 'multi-select',
        label: 'Vendors',
        options: options(...many),
      }),
    ])
    const group = within(screen.getByRole('group', { name: 'Vendors' }))
    expect(group.getAllByRole('checkbox')).toHaveLength(100)
    expect(group.getByText(/100 of 230 shown/)).toBeVisible()
    await user.type(group.getByRole('searchbox', { name: 'Search in Vendors' }), '229{Enter}')
    expect(group.getByRole('checkbox', { name: 'VENDOR 229' })).toBeVisible()
    expect(group.getAllByRole('checkbox')).toHaveLength(1)
    await user.click(group.getByRole('checkbox'))
    expect(group.getByText('1 chosen')).toBeVisible()
  })

  it('put columns in an order by the keyboard, and tell where they went', async () => {
    const { user, sent, press } = await open([orders])
    const group = within(screen.getByRole('group', { name: 'Columns' }))
    await user.click(group.getByRole('button', { name: 'Choose all' }))
    const up = group.getByRole('button', { name: 'Move price up' })
    up.focus()
    await user.keyboard('{Enter}{Enter}')
    expect(group.getByRole('button', { name: 'Move price up' })).toHaveFocus()
    expect(group.getByText('price is now number 1 of 3')).toBeInTheDocument()
    await press()
    expect(sent()[0]?.parameters.columns).toEqual(['price', 'id', 'vendor'])
  })

  it('may be the host’s own', async () => {
    const { user, sent, press } = await open([inventory], {
      controls: {
        map: ({ state, label, definition }) => (
          <button type="button" id={state.controlId} onClick={() => state.setValue({ lat: 1 })}>
            {`${label} ${JSON.stringify(definition.settings)}`}
          </button>
        ),
      },
    })
    await user.click(screen.getByLabelText('Area'))
    await press()
    expect(sent()[0]?.parameters.area).toEqual({ lat: 1 })
  })

  it('say what each choice does, and why one cannot be made', async () => {
    const { user } = await open([workflowExport])
    const layouts = within(screen.getByRole('group', { name: 'Layout' }))
    expect(layouts.getByRole('radio', { name: 'Annotations' })).toHaveAccessibleDescription(
      'Wide format.',
    )
    const annotated = layouts.getByRole('radio', { name: 'Annotated files' })
    expect(annotated).toHaveAccessibleDescription('Choose a workflow order first.')
    await user.click(annotated)
    expect(annotated).not.toBeChecked()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), '8492192')
    await user.click(annotated)
    expect(annotated).toBeChecked()
  })

  it('come and go with the choice of a report type', async () => {
    const { user } = await open([orders, inventory])
    expect(screen.queryByLabelText('Day')).toBeNull()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Report type' }), 'Inventory')
    expect(screen.getByLabelText('Day')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Format' })).toHaveTextContent('XLSX')
  })
})

describe('what is wrong', () => {
  const strict = withFields(
    { id: 'note', kind: 'text', label: 'Note', required: true },
    { id: 'least', kind: 'number', label: 'At least', min: 10 },
  )

  it('is told when a field is left, and described to screen readers', async () => {
    const { user } = await open([strict])
    const field = screen.getByRole('textbox', { name: 'At least' })
    await user.type(field, '3')
    expect(field).not.toBeInvalid()
    await user.tab()
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription('At least 10.')
  })

  it('is summed up when sending is tried, with the focus on the first field', async () => {
    const { user, press, sent } = await open([strict])
    await user.type(screen.getByRole('textbox', { name: 'At least' }), '3')
    await press()
    const summary = within(screen.getByRole('group', { name: '2 things have to be mended' }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus()
    await user.click(summary.getByRole('link', { name: 'At least: At least 10.' }))
    expect(screen.getByRole('textbox', { name: 'At least' })).toHaveFocus()
    expect(sent()).toEqual([])
  })

  it('may be the backend’s word, which lands on its field', async () => {
    const { press } = await open(
      [strict],
      { initialValues: { note: 'x' } },
      {
        createJob: async () => {
          throw new ExportJobsError('invalid', {
            message: 'x',
            fieldErrors: { note: ['Too vague.'] },
          })
        },
      },
    )
    await press()
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Note' })).toHaveAccessibleDescription(
        'Too vague.',
      ),
    )
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus()
    expect(screen.queryByText('The export was refused')).toBeNull()
  })

  it('may be the whole request: the reason is told and nothing is lost', async () => {
    const { press, user } = await open(
      [strict],
      {},
      {
        createJob: async () => {
          throw new ExportJobsError('unavailable', { message: 'x', reference: 'r-7' })
        },
      },
    )
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Kept')
    await press()
    const alert = await screen.findByText('The server has a problem')
    expect(alert.closest('[role=alert]')).toHaveTextContent('r-7')
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Kept')
  })
})

describe('sending', () => {
  const plain = withFields({ id: 'note', kind: 'text', label: 'Note' })

  it('tells that the export has started, with the way to the history', async () => {
    const { press } = await open([plain], {}, { getHistoryHref: () => '/exports' })
    await press()
    expect(await screen.findByText('The export has started.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the export history' })).toHaveAttribute(
      'href',
      '/exports',
    )
  })

  it('stops the same request of a moment ago: open it, or make another', async () => {
    const { press, sent, user } = await open(
      [plain],
      {},
      {
        getJobHref: ({ id }) => `/exports/${id}`,
      },
    )
    await press()
    await screen.findByText('The export has started.')
    await press()
    expect(await screen.findByText('This export is already running')).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Open it' })).toHaveAttribute(
      'href',
      '/exports/9',
    )
    expect(sent()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Make another' }))
    await waitFor(() => expect(sent()).toHaveLength(2))
  })

  it('says how the file will come, and calls the button accordingly', async () => {
    const { user } = await open([workflowExport])
    expect(screen.getByRole('button', { name: 'Export CSV' })).toBeVisible()
    expect(screen.getByText('The file is downloaded at once.')).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), '8492192')
    await user.click(screen.getByRole('radio', { name: 'Annotated files' }))
    expect(screen.getByRole('button', { name: 'Export Annotated Case Files' })).toBeVisible()
    expect(screen.getByText(/You get an e-mail with a link/)).toBeVisible()
  })

  it('offers the file itself of what is in the form now', async () => {
    const { user } = await open([plain], {
      direct: { href: ({ parameters }) => `/file?${JSON.stringify(parameters)}` },
    })
    expect(screen.getByRole('link', { name: 'Download now' })).toHaveAttribute('href', '/file?{}')
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'a')
    expect(screen.getByRole('link', { name: 'Download now' })).toHaveAttribute(
      'href',
      '/file?{"note":"a"}',
    )
  })

  it('is not offered without permission', async () => {
    renderWithProvider(<ExportRequestForm />, { reportTypes: [plain], can: () => false })
    expect(await screen.findByText('You cannot export this')).toBeVisible()
  })
})

describe('what was entered', () => {
  const plain = withFields({ id: 'note', kind: 'text', label: 'Note' })

  it('is there again after leaving the page, and can be taken away', async () => {
    const first = await open([plain])
    await first.user.type(screen.getByRole('textbox', { name: 'Note' }), 'Half a')
    first.unmount()
    const { user } = await open([plain])
    expect(screen.getByText('What you entered before is still here.')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Half a')
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('')
  })

  it('is kept under names', async () => {
    const { user } = await open([plain], { hasSettings: true })
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Monthly')
    await user.click(screen.getByRole('button', { name: 'Saved settings' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Mine{Enter}')
    await user.keyboard('{Escape}')
    await user.clear(screen.getByRole('textbox', { name: 'Note' }))
    await user.click(screen.getByRole('button', { name: 'Saved settings' }))
    await user.click(screen.getByRole('button', { name: 'Mine' }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Monthly')
  })

  it('may come from an earlier export, and what no longer fits is told', async () => {
    await open([plain], {
      job: {
        reportType: 'r',
        fileFormat: 'csv',
        dateRange: null,
        entityTypes: [],
        name: null,
        parameters: { note: 'again', gone: 1 },
      },
    })
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('again')
    expect(screen.getByText('Gone (1) is no longer asked for.')).toBeVisible()
  })
})

describe('nobody is kept out', () => {
  it.each<[string, readonly ReportType[]]>([
    ['of plain fields', [orders]],
    ['of explained choices', [workflowExport]],
  ])('by a form %s', async (_, types) => {
    await open(types, { hasSettings: true })
    expect(await axeProblems()).toEqual([])
  })

  it('by a form with mistakes', async () => {
    const { press } = await open([
      withFields(
        { id: 'note', kind: 'text', label: 'Note', required: true },
        {
          id: 'kinds',
          kind: 'multi-select',
          label: 'Kinds',
          required: true,
          options: options('a'),
        },
        { id: 'path', kind: 'path-template', label: 'Folders', defaultValue: '{{ X }}' },
      ),
    ])
    await press()
    expect(await axeProblems()).toEqual([])
  })

  it('who works with the keyboard alone', async () => {
    const { user, sent } = await open([
      withFields(
        { id: 'note', kind: 'text', label: 'Note' },
        { id: 'area', kind: 'select', label: 'Area', options: options('north') },
      ),
    ])
    await user.tab()
    await user.keyboard('Typed')
    await user.tab()
    await user.tab()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(sent()[0]?.parameters).toEqual({ note: 'Typed' }))
  })
})
