import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { EXPORT_JOBS_ERROR_CODES, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { ExportJob, ExportScope } from '../../src/core/job.js'
import type { ActionOutcome, ChangingAction } from '../../src/hooks/run-job-action.js'
import { type DeletePrompt, useExportAction } from '../../src/hooks/useExportAction.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import type { ExportJobsEvent } from '../../src/provider/events.js'
import type { UndoOffer } from '../../src/provider/pop-up-store.js'

interface RowProps {
  readonly job: ExportJob
  readonly deletePrompt: DeletePrompt | undefined
  readonly heard: Heard
}

interface Heard {
  readonly outcomes: ActionOutcome[]
  readonly offers: UndoOffer[]
}

function Button({ action, job, deletePrompt, heard }: RowProps & { action: ChangingAction }) {
  const { run, canRun, isRunning, refused } = useExportAction(action, job, {
    deletePrompt,
    onUndoOffer: (offer) => heard.offers.push(offer),
    onSettled: (outcome) => heard.outcomes.push(outcome),
  })
  return (
    <button type="button" onClick={run} disabled={!canRun} aria-busy={isRunning}>
      {`${action} ${job.id}`} {refused?.refusal ?? refused?.error?.code}
    </button>
  )
}

function List(props: Omit<RowProps, 'job'>) {
  const { jobs, total } = useExportJobs()
  return (
    <>
      <p>Total {total}</p>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            {job.id} {job.status}
            {(['cancel', 'retry', 'rerun', 'delete'] as const).map((action) => (
              <Button key={action} {...props} action={action} job={job} />
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

async function renderList(client: MemoryClient, deletePrompt?: DeletePrompt) {
  const events: ExportJobsEvent[] = []
  const heard: Heard = { outcomes: [], offers: [] }
  const tree = (scope: ExportScope, isShown = true) => (
    <ExportJobsProvider
      client={client}
      scope={scope}
      urlState="memory"
      polling={{ mode: 'off' }}
      onEvent={(event) => events.push(event)}
    >
      {isShown && <List deletePrompt={deletePrompt} heard={heard} />}
    </ExportJobsProvider>
  )
  const view = render(tree({}))
  await pass(1)
  return {
    events,
    ...heard,
    changeScope: () => view.rerender(tree({ companyId: '8' })),
    leave: () => view.rerender(tree({}, false)),
    comeBack: () => view.rerender(tree({})),
    unmount: view.unmount,
  }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const press = (name: RegExp) => act(async () => screen.getByRole('button', { name }).click())
const rows = () => screen.queryAllByRole('listitem').map((row) => row.firstChild?.textContent)
const row = (id: string) =>
  screen.queryAllByRole('listitem').find((item) => item.textContent?.startsWith(id))
const callsOf = (client: MemoryClient, method: string) =>
  client.calls.filter((call) => call.method === method)

const running = buildExportJob({ id: '1', status: 'processing' })
const failed = buildExportJob({ id: '2', status: 'failed', createdAt: '2026-11-22T08:00:00.000Z' })
const done = buildExportJob({ id: '3', createdAt: '2026-11-21T08:00:00.000Z' })
const newClient = () => createMemoryClient({ jobs: [running, failed, done] })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('cancelling', () => {
  it('shows the job as canceling at once, before the answer', async () => {
    const client = newClient()
    const release = client.hold('cancelJob')
    await renderList(client)
    await press(/^cancel 1/)
    expect(row('1')).toHaveTextContent('1 canceling')
    release()
    await pass(1)
    expect(row('1')).toHaveTextContent('1 canceling')
  })

  it('is asked for once, however often it is pressed', async () => {
    const client = newClient()
    const release = client.hold('cancelJob')
    await renderList(client)
    const button = screen.getByRole('button', { name: /^cancel 1/ })
    await act(async () => {
      button.click()
      button.click()
    })
    release()
    await pass(1)
    expect(callsOf(client, 'cancelJob')).toHaveLength(1)
  })

  it('tells that the job has finished meanwhile, and shows its end', async () => {
    const client = newClient()
    const { outcomes, events } = await renderList(client)
    client.update('1', { status: 'completed', isDownloadable: true })
    await press(/^cancel 1/)
    await pass(1)
    expect(outcomes).toMatchObject([{ kind: 'refused', error: { code: 'conflict' } }])
    expect(events).toContainEqual(expect.objectContaining({ type: 'action_refused', jobId: '1' }))
    expect(row('1')).toHaveTextContent('1 completed')
  })

  it.each(EXPORT_JOBS_ERROR_CODES)(
    'puts the job back as it was when refused with %s',
    async (code) => {
      const client = newClient()
      await renderList(client)
      client.failNext('cancelJob', code)
      await press(/^cancel 1/)
      await pass(1)
      expect(row('1')).toHaveTextContent('1 processing')
      expect(screen.getByRole('button', { name: /^cancel 1/ })).toHaveTextContent(code)
    },
  )

  it('is not offered once the job is finished', async () => {
    await renderList(newClient())
    expect(screen.getByRole('button', { name: /^cancel 3/ })).toBeDisabled()
  })
})

describe('retrying and running again', () => {
  it('starts a failed job again under its id', async () => {
    const client = newClient()
    await renderList(client)
    await press(/^retry 2/)
    await pass(1)
    expect(row('2')).toHaveTextContent('2 pending')
    expect(rows()).toHaveLength(3)
  })

  it('asks for a new job with the parameters of the old one', async () => {
    const client = createMemoryClient({ jobs: [{ ...done, parameters: { depot: 'Leeds' } }] })
    const { outcomes } = await renderList(client)
    await press(/^rerun 3/)
    await pass(1)
    expect(callsOf(client, 'createJob')[0]?.args[0]).toMatchObject({
      reportType: done.reportType,
      fileFormat: 'csv',
      dateRange: done.dateRange,
      parameters: { depot: 'Leeds' },
    })
    expect(outcomes).toMatchObject([{ kind: 'done', job: { status: 'pending' } }])
    expect(rows()).toHaveLength(2)
  })
})

describe('running again after an answer that did not come', () => {
  const keysOf = (createJob: { readonly mock: { readonly calls: readonly unknown[][] } }) =>
    createJob.mock.calls.map(([, options]) => Reflect.get(Object(options), 'idempotencyKey'))

  async function runTwice(code: ExportJobsErrorCode | null) {
    const client = newClient()
    const createJob = vi.spyOn(client, 'createJob')
    const view = await renderList(client)
    if (code !== null) client.failNext('createJob', code)
    await press(/^rerun 3/)
    await pass(1)
    // the button leaves the screen meanwhile, as in a menu that is closed
    view.leave()
    view.comeBack()
    await pass(1)
    await press(/^rerun 3/)
    await pass(1)
    return keysOf(createJob)
  }

  it.each(['timeout', 'offline', 'unavailable'] as const)(
    'is the same wish after %s, so that it makes one job',
    async (code) => {
      const [first, second] = await runTwice(code)
      expect(first).toMatch(/^[0-9a-f]{32}$/)
      expect(second).toBe(first)
    },
  )

  it.each([null, 'forbidden', 'conflict', 'invalid', 'rate_limited'] as const)(
    'is another wish after %s',
    async (code) => {
      const [first, second] = await runTwice(code)
      expect(second).not.toBe(first)
    },
  )

  it('is another wish for another tenant', async () => {
    const client = newClient()
    client.add([done], { companyId: '8' })
    const createJob = vi.spyOn(client, 'createJob')
    const view = await renderList(client)
    client.failNext('createJob', 'timeout')
    await press(/^rerun 3/)
    view.changeScope()
    await pass(1)
    await press(/^rerun 3/)
    const [first, second] = keysOf(createJob)
    expect(second).toMatch(/^[0-9a-f]{32}$/)
    expect(second).not.toBe(first)
  })

  it('is another wish an hour later', async () => {
    const client = newClient()
    const createJob = vi.spyOn(client, 'createJob')
    await renderList(client)
    client.failNext('createJob', 'timeout')
    await press(/^rerun 3/)
    await pass(3_600_000)
    await press(/^rerun 3/)
    const [first, second] = keysOf(createJob)
    expect(second).not.toBe(first)
  })
})

describe('deleting', () => {
  it('takes the row away at once and for good', async () => {
    const client = newClient()
    const release = client.hold('deleteJob')
    await renderList(client)
    await press(/^delete 3/)
    expect(row('3')).toBeUndefined()
    expect(screen.getByText('Total 2')).toBeVisible()
    release()
    await pass(1)
    expect(rows()).toEqual(['1', '2'])
    expect(screen.getByText('Total 2')).toBeVisible()
  })

  it.each(['forbidden', 'conflict', 'unavailable', 'offline', 'timeout'] as const)(
    'brings the row back when refused with %s',
    async (code) => {
      const client = newClient()
      const { outcomes } = await renderList(client)
      client.failNext('deleteJob', code)
      await press(/^delete 3/)
      await pass(1)
      expect(row('3')).toHaveTextContent('3 completed')
      expect(outcomes).toMatchObject([{ kind: 'refused', error: { code } }])
    },
  )

  it.each(['not_found', 'gone'] as const)(
    'takes it for done when somebody else was quicker (%s)',
    async (code) => {
      const client = newClient()
      const { outcomes } = await renderList(client)
      client.failNext('deleteJob', code)
      await press(/^delete 3/)
      await pass(1)
      expect(outcomes).toEqual([{ kind: 'done', job: null }])
    },
  )
})

describe('deleting with a way back', () => {
  it('sends nothing for six seconds, then sends once', async () => {
    const client = newClient()
    await renderList(client, 'undo')
    await press(/^delete 3/)
    expect(row('3')).toBeUndefined()
    await pass(5_999)
    expect(callsOf(client, 'deleteJob')).toHaveLength(0)
    await pass(2)
    expect(callsOf(client, 'deleteJob')).toHaveLength(1)
    expect(rows()).toEqual(['1', '2'])
  })

  it('brings the row back at once when it is taken back, and sends nothing', async () => {
    const client = newClient()
    const { offers, outcomes } = await renderList(client, 'undo')
    await press(/^delete 3/)
    act(() => offers[0]?.undo())
    expect(row('3')).toHaveTextContent('3 completed')
    await pass(60_000)
    expect(callsOf(client, 'deleteJob')).toHaveLength(0)
    expect(outcomes).toEqual([{ kind: 'undone' }])
  })

  it('waits while the person looks at the offer', async () => {
    const client = newClient()
    const { offers } = await renderList(client, 'undo')
    await press(/^delete 3/)
    offers[0]?.hold(true)
    await pass(60_000)
    expect(callsOf(client, 'deleteJob')).toHaveLength(0)
    offers[0]?.hold(false)
    await pass(6_001)
    expect(callsOf(client, 'deleteJob')).toHaveLength(1)
  })

  it('brings the row back when it is refused in the end', async () => {
    const client = newClient()
    await renderList(client, 'undo')
    client.failNext('deleteJob', 'forbidden')
    await press(/^delete 3/)
    await pass(6_001)
    expect(row('3')).toHaveTextContent('3 completed')
  })

  it('is sent at once when the page is left, so that it outlives the page', async () => {
    const client = newClient()
    const deleteJob = vi.spyOn(client, 'deleteJob')
    await renderList(client, 'undo')
    await press(/^delete 3/)
    window.dispatchEvent(new Event('pagehide'))
    expect(deleteJob).toHaveBeenCalledWith('3', expect.objectContaining({ keepalive: true }))
    await pass(60_000)
    expect(deleteJob).toHaveBeenCalledTimes(1)
  })

  it.each(['leave', 'unmount', 'changeScope'] as const)(
    'is sent at once, for its own tenant, at: %s',
    async (way) => {
      const client = newClient()
      const deleteJob = vi.spyOn(client, 'deleteJob')
      const view = await renderList(client, 'undo')
      await press(/^delete 3/)
      act(() => view[way]())
      expect(deleteJob).toHaveBeenCalledTimes(1)
      expect(deleteJob).toHaveBeenCalledWith(
        '3',
        expect.objectContaining({ keepalive: true, scope: {} }),
      )
    },
  )
})
