import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportRequest } from '../../src/core/request.js'
import { useCreateExportJob } from '../../src/hooks/useCreateExportJob.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { createScriptedClient, type ListCall } from '../support/scripted-client.js'

type CreateJob = NonNullable<ExportJobsClient['createJob']>

const october: ExportRequest = {
  reportType: 'vendor',
  fileFormat: 'csv',
  dateRange: { from: '2026-10-01', to: '2026-10-31' },
  parameters: {},
}
const fresh = buildExportJob({ id: '9', name: 'October', status: 'pending' })

function Page({ request = october }: { request?: ExportRequest }) {
  const { createJob, canCreate, isCreating, error } = useCreateExportJob()
  const { jobs } = useExportJobs()
  return (
    <>
      <button type="button" disabled={!canCreate} onClick={() => createJob(request)}>
        {isCreating ? 'Asking' : 'Export'}
      </button>
      <p role="alert">{error?.code}</p>
      <ul>
        {jobs.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </>
  )
}

function renderPage(createJob: CreateJob | undefined, can = () => true) {
  const client = createScriptedClient({ createJob })
  const tree = (request = october) => (
    <ExportJobsProvider client={client} urlState="memory" can={can}>
      <Page request={request} />
    </ExportJobsProvider>
  )
  const view = render(tree())
  return { client, change: (request: ExportRequest) => view.rerender(tree(request)) }
}

const press = () => act(async () => screen.getByRole('button').click())
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('useCreateExportJob', () => {
  it('shows the new job in the list at once', async () => {
    const { client } = renderPage(async () => ({ kind: 'job', job: fresh }))
    client.next().answer(buildJobPage([]))
    await pass(1)
    await press()
    await pass(1)
    const refetch = client.calls[1] as ListCall
    refetch.answer(buildJobPage([fresh]))
    await pass(1)
    expect(screen.getByRole('listitem')).toHaveTextContent('October')
  })

  it('ends a poll that began before the job was made', async () => {
    const { client } = renderPage(async () => ({ kind: 'job', job: fresh }))
    const before = client.next()
    await press()
    await pass(1)
    expect(before.signal.aborted).toBe(true)
    expect(client.calls).toHaveLength(2)
  })

  it('makes one request of a double click', async () => {
    let finish: () => void = () => {}
    const createJob = vi.fn<CreateJob>(
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ kind: 'job', job: fresh })
        }),
    )
    renderPage(createJob)
    await press()
    await press()
    expect(createJob).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button')).toHaveTextContent('Asking')
    await act(async () => finish())
    expect(screen.getByRole('button')).toHaveTextContent('Export')
  })

  it.each(['timeout', 'offline', 'unavailable'] as const)(
    'keeps the idempotency key after %s, so that a second try makes one job',
    async (code) => {
      const createJob = vi
        .fn<CreateJob>(async () => ({ kind: 'job', job: fresh }))
        .mockRejectedValueOnce(new ExportJobsError(code, { message: 'No.' }))
      renderPage(createJob)
      await press()
      expect(screen.getByRole('alert')).toHaveTextContent(code)
      await press()
      const keys = createJob.mock.calls.map(([, options]) => options.idempotencyKey)
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
      expect(keys[1]).toBe(keys[0])
      expect(screen.getByRole('alert')).toBeEmptyDOMElement()
    },
  )

  it.each(['invalid', 'forbidden', 'conflict'] as const)(
    'takes a new idempotency key after %s',
    async (code) => {
      const createJob = vi
        .fn<CreateJob>(async () => ({ kind: 'job', job: fresh }))
        .mockRejectedValueOnce(new ExportJobsError(code, { message: 'No.' }))
      renderPage(createJob)
      await press()
      await press()
      const keys = createJob.mock.calls.map(([, options]) => options.idempotencyKey)
      expect(keys[1]).not.toBe(keys[0])
    },
  )

  it('takes a new idempotency key after success and for another request', async () => {
    const createJob = vi.fn<CreateJob>(async () => ({ kind: 'job', job: fresh }))
    const { change } = renderPage(createJob)
    await press()
    await press()
    change({ ...october, fileFormat: 'pdf' })
    await press()
    const keys = createJob.mock.calls.map(([, options]) => options.idempotencyKey)
    expect(new Set(keys).size).toBe(3)
  })

  it('cannot be used where the backend takes no requests, or the host does not permit it', async () => {
    const { change } = renderPage(undefined)
    expect(screen.getByRole('button')).toBeDisabled()
    change(october)
    document.body.replaceChildren()
    renderPage(
      async () => ({ kind: 'job', job: fresh }),
      () => false,
    )
    expect(screen.getByRole('button')).toBeDisabled()
  })
})
