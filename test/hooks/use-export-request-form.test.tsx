import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ReportField } from '../../src/core/report-fields.js'
import type { ReportType } from '../../src/core/report-types.js'
import type { RequestForm } from '../../src/forms/request-form-types.js'
import { useExportRequestEstimate } from '../../src/hooks/useExportRequestEstimate.js'
import { useExportRequestField } from '../../src/hooks/useExportRequestField.js'
import {
  type UseExportRequestFormOptions,
  useExportRequestForm,
} from '../../src/hooks/useExportRequestForm.js'
import { useReportTypes } from '../../src/hooks/useReportTypes.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import { inventory, orders } from '../forms/workflow-reports.js'
import { createScriptedClient } from '../support/scripted-client.js'

type CreateJob = NonNullable<ExportJobsClient['createJob']>

const draws = new Map<string, number>()
const drawn = (what: string) => draws.set(what, (draws.get(what) ?? 0) + 1)

function Field({ form, id }: { form: RequestForm; id: string }) {
  drawn(id)
  const field = useExportRequestField(form, id)
  if (field === null) return null
  const { value, controlId, errorId, errors, options } = field
  return (
    <p>
      <label htmlFor={controlId}>{field.field.label || id}</label>
      <input
        id={controlId}
        aria-describedby={errorId}
        value={typeof value === 'string' ? value : JSON.stringify(value)}
        onChange={(event) => field.setValue(event.target.value)}
        onBlur={field.touch}
      />
      <span id={errorId}>{errors.map(({ code, message }) => message ?? code).join(' ')}</span>
      <span>{options.map((option) => option.disabledReason).join('')}</span>
    </p>
  )
}

function Form(props: UseExportRequestFormOptions) {
  drawn('form')
  const { form, fieldIds, status, canSubmit, isSubmitting, submit, duplicate, outcome, error } =
    useExportRequestForm(props)
  if (status !== 'ready') return <p role="status">{status}</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {fieldIds.map((id) => (
        <Field key={id} form={form} id={id} />
      ))}
      <button type="submit" disabled={!canSubmit} aria-busy={isSubmitting}>
        Export
      </button>
      <p role="status">{outcome?.kind}</p>
      <p role="alert">{error?.code ?? (duplicate && `Already running: ${duplicate.jobId}`)}</p>
    </form>
  )
}

const job = buildExportJob({ id: '9' })

function open(
  provider: Partial<ExportJobsProviderProps> & { readonly createJob?: CreateJob } = {},
  props: UseExportRequestFormOptions = {},
) {
  const { createJob = vi.fn<CreateJob>(async () => ({ kind: 'job', job })), ...rest } = provider
  const client = rest.client ?? createScriptedClient({ createJob })
  const tree = (more: Partial<ExportJobsProviderProps> = {}) => (
    <StrictMode>
      <ExportJobsProvider
        client={client}
        urlState="memory"
        userKey="ann"
        timeZone="UTC"
        reportTypes={[orders]}
        {...rest}
        {...more}
      >
        <Form {...props} />
      </ExportJobsProvider>
    </StrictMode>
  )
  const view = render(tree())
  return {
    ...view,
    createJob,
    change: (more: Partial<ExportJobsProviderProps>) => view.rerender(tree(more)),
  }
}

const field = (name: string) => screen.getByRole('textbox', { name })
async function press() {
  const button = screen.getByRole('button', { name: 'Export' })
  await userEvent.click(button)
  await waitFor(() => expect(button).toHaveAttribute('aria-busy', 'false'))
}

beforeEach(() => {
  draws.clear()
  sessionStorage.clear()
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a request form', () => {
  it('sends what was typed, through the backend’s createJob', async () => {
    const { createJob } = open()
    await userEvent.type(field('Note'), 'for the audit')
    await press()
    expect(createJob).toHaveBeenCalledTimes(1)
    expect(vi.mocked(createJob).mock.calls[0]?.[0]).toMatchObject({
      reportType: 'orders',
      fileFormat: 'csv',
      parameters: { note: 'for the audit' },
    })
    expect(screen.getByRole('status')).toHaveTextContent('job')
  })

  it('puts the backend’s words on the field', async () => {
    open({
      createJob: async () => {
        throw new ExportJobsError('invalid', {
          message: 'x',
          fieldErrors: { note: ['Too vague.'] },
        })
      },
    })
    await press()
    expect(field('Note')).toHaveAccessibleDescription('Too vague.')
  })

  it('sends a request that timed out again under the same idempotency key', async () => {
    const createJob = vi
      .fn<CreateJob>(async () => ({ kind: 'job', job }))
      .mockRejectedValueOnce(new ExportJobsError('timeout', { message: 'Slow.' }))
    open({ createJob })
    await press()
    expect(screen.getByRole('alert')).toHaveTextContent('timeout')
    await press()
    const keys = createJob.mock.calls.map(([, { idempotencyKey }]) => idempotencyKey)
    expect(keys[1]).toBe(keys[0])
  })

  it('says that the same is already running', async () => {
    const { createJob } = open()
    await press()
    await press()
    expect(screen.getByRole('alert')).toHaveTextContent('Already running: 9')
    expect(createJob).toHaveBeenCalledTimes(1)
  })

  it('keeps what was typed over leaving and a reload', async () => {
    const { unmount } = open()
    await userEvent.type(field('Note'), 'half a sen')
    unmount()
    open()
    expect(field('Note')).toHaveValue('half a sen')
  })

  it('keeps nothing where the page does not want it', async () => {
    const { unmount } = open({}, { keepDraft: false })
    await userEvent.type(field('Note'), 'secret')
    unmount()
    expect(sessionStorage).toHaveLength(0)
    open({}, { keepDraft: false })
    expect(field('Note')).toHaveValue('')
  })

  it('keeps nothing of a person that it does not know', async () => {
    open({ userKey: null })
    await userEvent.type(field('Note'), 'secret')
    await press()
    expect([sessionStorage.length, localStorage.length]).toEqual([0, 0])
  })

  it.each([[{ userKey: 'bob' }], [{ scope: { companyId: '8' } }]])(
    'never shows what was typed to another owner: %j',
    async (other) => {
      const { change } = open({ scope: { companyId: '7' } })
      await userEvent.type(field('Note'), 'mine')
      change(other)
      expect(field('Note')).toHaveValue('')
      change({})
      expect(field('Note')).toHaveValue('mine')
    },
  )

  it('keeps two forms of one page apart', async () => {
    const { unmount } = open({}, { formKey: 'dialog' })
    await userEvent.type(field('Note'), 'in the dialog')
    unmount()
    open()
    expect(field('Note')).toHaveValue('')
  })

  it('cannot be sent where the backend takes no requests', () => {
    open({ client: createScriptedClient() })
    expect(screen.getByRole('button')).toBeDisabled()
  })

  it('tells the host of each press', async () => {
    const onSubmitted = vi.fn()
    open({}, { onSubmitted })
    await press()
    expect(onSubmitted).toHaveBeenCalledWith(expect.objectContaining({ kind: 'job' }))
  })

  it('shows another tab’s presets as they come', async () => {
    let form: RequestForm | null = null
    function Names() {
      const state = useExportRequestForm()
      form = state.form
      return <p role="status">{state.presets.map(({ name }) => name).join()}</p>
    }
    render(
      <ExportJobsProvider
        client={createScriptedClient()}
        urlState="memory"
        userKey="ann"
        reportTypes={[orders]}
      >
        <Names />
        <Names />
      </ExportJobsProvider>,
    )
    act(() => form?.savePreset('Monthly'))
    act(() => dispatchEvent(new StorageEvent('storage')))
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
      'Monthly',
      'Monthly',
    ])
  })
})

describe('a form of 50 fields', () => {
  const fields: ReportField[] = Array.from({ length: 50 }, (_value, index) => ({
    id: `f${index}`,
    kind: 'text',
    label: `Field ${index}`,
  }))
  fields[20] = {
    id: 'f20',
    kind: 'select',
    label: 'Field 20',
    options: [
      {
        value: 'a',
        label: 'A',
        disabledWhen: { field: 'f3', isEmpty: true },
        disabledReason: 'Fill in field 3.',
      },
    ],
  }
  const big: ReportType = { id: 'big', label: 'Big', formats: ['csv'], fields }
  const type = async (name: string, text: string) => {
    const input = field(name)
    input.focus()
    draws.clear()
    await userEvent.keyboard(text)
  }

  it('draws one field at a key stroke', async () => {
    open({ reportTypes: [big] })
    await type('Field 7', 'x')
    // StrictMode draws everything twice
    expect(Object.fromEntries(draws)).toEqual({ f7: 2 })
  })

  it('draws one field at each of many key strokes', async () => {
    open({ reportTypes: [big] })
    await type('Field 7', 'ten more ..')
    expect(Object.fromEntries(draws)).toEqual({ f7: 22 })
  })

  it('draws what depends on the field as well, and only when it changes', async () => {
    open({ reportTypes: [big] })
    await type('Field 3', 'x')
    expect(Object.fromEntries(draws)).toEqual({ f3: 2, f20: 2 })
    expect(screen.queryByText('Fill in field 3.')).not.toBeInTheDocument()
    await type('Field 3', 'y')
    expect(Object.fromEntries(draws)).toEqual({ f3: 2 })
  })
})

describe('the report types', () => {
  function Types() {
    const { status, reportTypes } = useReportTypes()
    return <p role="status">{[status, ...reportTypes.map(({ id }) => id)].join(' ')}</p>
  }
  const show = (provider: Partial<ExportJobsProviderProps>) => {
    const tree = (more: Partial<ExportJobsProviderProps> = {}) => (
      <ExportJobsProvider client={createScriptedClient()} urlState="memory" {...provider} {...more}>
        <Types />
      </ExportJobsProvider>
    )
    const { rerender } = render(tree())
    return (more: Partial<ExportJobsProviderProps>) => rerender(tree(more))
  }
  const answering = (listReportTypes: ExportJobsClient['listReportTypes']) =>
    createScriptedClient(listReportTypes && { listReportTypes })

  it('are the page’s own', () => {
    show({ reportTypes: [orders, inventory] })
    expect(screen.getByRole('status')).toHaveTextContent('ready orders inventory')
  })

  it('are the backend’s where the page has none', async () => {
    const list = vi.fn(async () => JSON.parse(JSON.stringify([orders])))
    show({ client: answering(list) })
    expect(screen.getByRole('status')).toHaveTextContent('loading')
    expect(await screen.findByText('ready orders')).toBeInTheDocument()
    expect(list).toHaveBeenCalledTimes(1)
  })

  it('are those that this person may export', () => {
    const change = show({
      reportTypes: [orders, inventory],
      can: (_action, details) => details?.reportType !== 'orders',
    })
    expect(screen.getByRole('status')).toHaveTextContent('ready inventory')
    change({ can: () => true })
    expect(screen.getByRole('status')).toHaveTextContent('ready orders inventory')
  })

  it('are denied to a person who may export none, and the backend is not asked', () => {
    const list = vi.fn(async () => [orders])
    show({ client: answering(list), can: () => false })
    expect(screen.getByRole('status')).toHaveTextContent('denied')
    expect(list).not.toHaveBeenCalled()
  })

  it('are awaited while a permission is pending', () => {
    show({
      reportTypes: [orders],
      can: (_action, details) => (details?.reportType ? 'pending' : true),
    })
    expect(screen.getByRole('status')).toHaveTextContent('loading')
  })

  it('leave out a bad one, and tell the host where it is bad', async () => {
    const onError = vi.fn()
    show({
      client: answering(async () => JSON.parse('[{"id":"x"},{"id":"y","label":"Y"}]')),
      onError,
    })
    expect(await screen.findByText('ready y')).toBeInTheDocument()
    expect(onError.mock.calls[0]?.[0].message).toContain('[0].label must be a text')
  })

  it('of the page’s own are checked while it is developed', async () => {
    const onError = vi.fn()
    show({ reportTypes: [{ ...orders, delivery: 'direct', formats: [''] }], onError })
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1))
    expect(onError.mock.calls[0]?.[0].message).toContain('[0].formats[0] must be')
  })

  it('that the backend refuses to tell are an error, and can be asked for again', async () => {
    const onError = vi.fn()
    show({
      client: answering(async () => {
        throw new ExportJobsError('unavailable', { message: 'Down.' })
      }),
      onError,
    })
    expect(await screen.findByText('error')).toBeInTheDocument()
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('deny a form of a type that is not among them', () => {
    open({}, { reportType: 'secrets' })
    expect(screen.getByRole('status')).toHaveTextContent('denied')
  })
})

describe('an estimate', () => {
  let form: RequestForm | null = null
  function Estimate() {
    const own = useExportRequestForm()
    form = own.form
    const { status, estimate, verdict } = useExportRequestEstimate(own.form)
    return (
      <p role="status">{[status, estimate?.rows, verdict?.suggested].filter(Boolean).join(' ')}</p>
    )
  }
  const estimate = vi.fn<NonNullable<ExportJobsClient['estimate']>>(async () => ({
    rows: 12_000,
    sizeBytes: null,
    durationMs: null,
    quotaLeft: null,
  }))
  const show = () =>
    render(
      <ExportJobsProvider
        client={createScriptedClient({ estimate })}
        urlState="memory"
        reportTypes={[{ ...orders, limits: { maxDirectRows: 10_000 } }]}
      >
        <Estimate />
      </ExportJobsProvider>,
    )
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  beforeEach(() => {
    estimate.mockClear()
    vi.useFakeTimers()
  })

  it('comes when the form rests, and proposes the background', async () => {
    show()
    expect(screen.getByRole('status')).toHaveTextContent('loading')
    await pass(500)
    expect(screen.getByRole('status')).toHaveTextContent('ready 12000 download')
  })

  it('is asked for once after many key strokes', async () => {
    show()
    for (const text of ['a', 'ab', 'abc']) {
      act(() => form?.setValue('note', text))
      await pass(100)
    }
    await pass(500)
    expect(estimate).toHaveBeenCalledTimes(1)
    expect(estimate.mock.calls[0]?.[0].parameters).toHaveProperty('note', 'abc')
  })

  it('ends the question about what has changed', async () => {
    estimate.mockReturnValueOnce(new Promise(() => {}))
    show()
    await pass(500)
    act(() => form?.setValue('note', 'x'))
    expect(estimate.mock.calls[0]?.[1].signal.aborted).toBe(true)
    await pass(500)
    expect(screen.getByRole('status')).toHaveTextContent('ready 12000')
  })

  it('is not asked for while there is a mistake', async () => {
    show()
    act(() => form?.setValue('minimum', 'few'))
    await pass(1000)
    expect(estimate).not.toHaveBeenCalled()
    expect(screen.getByRole('status')).toHaveTextContent('idle')
  })

  it('that cannot be had is no failure of the form', async () => {
    estimate.mockRejectedValueOnce(new ExportJobsError('unavailable', { message: 'Down.' }))
    show()
    await pass(500)
    expect(screen.getByRole('status')).toHaveTextContent('unknown')
    expect(form?.getRequest()).not.toBeNull()
  })
})
