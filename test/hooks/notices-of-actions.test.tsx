import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import type { ExportJob } from '../../src/core/job.js'
import type { ChangingAction } from '../../src/hooks/run-job-action.js'
import { useExportAction } from '../../src/hooks/useExportAction.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { useExportNotifications } from '../../src/hooks/useExportNotifications.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const press = (name: RegExp) => act(async () => screen.getByRole('button', { name }).click())
const notices = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent)
const counts = () => screen.getByRole('status').textContent

function Action({ action, job }: { action: ChangingAction; job: ExportJob }) {
  const { run } = useExportAction(action, job)
  return (
    <button type="button" onClick={run}>
      {action} {job.id}
    </button>
  )
}

function Page() {
  const { jobs } = useExportJobs()
  const { notices: due, counts: held } = useExportNotifications()
  return (
    <>
      {jobs.map((job) =>
        (['retry', 'rerun', 'delete'] as const).map((action) => (
          <Action key={job.id + action} action={action} job={job} />
        )),
      )}
      {due.map(({ id, job }) => (
        <p key={id} role="alert">
          {id} {job.status}
        </p>
      ))}
      <output>
        {held.unfinished} running, {held.notDownloaded} to fetch
      </output>
    </>
  )
}

/** A failed job of long ago, of which nobody waits to hear. */
async function open() {
  const failed = buildExportJob({
    id: '1',
    status: 'failed',
    reportType: 'vendor',
    allowedActions: { retry: true, rerun: true, delete: true },
  })
  const client = createMemoryClient({ jobs: [failed] })
  render(
    <ExportJobsProvider client={client} urlState="memory">
      <Page />
    </ExportJobsProvider>,
  )
  await pass(1)
  const end = (id: string, status: ExportJob['status']) =>
    client.update(id, { status, completedAt: new Date().toISOString(), isDownloadable: true })
  return { end }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a failed job that is started again', () => {
  it('is waited for, and gives a notice at its end', async () => {
    const { end } = await open()
    await press(/^retry 1/)
    await pass(1)
    expect(counts()).toBe('1 running, 0 to fetch')
    expect(notices()).toEqual([])
    end('1', 'completed')
    await pass(5_000)
    expect(notices()).toEqual(['1 completed'])
  })

  it('gives another notice each time', async () => {
    const { end } = await open()
    await press(/^retry 1/)
    end('1', 'failed')
    await pass(10_000)
    expect(notices()).toEqual(['1 failed'])
    await press(/^retry 1/)
    await pass(1)
    expect(notices()).toEqual([])
    end('1', 'completed')
    await pass(10_000)
    expect(notices()).toEqual(['1 completed'])
  })
})

describe('a job that is run again', () => {
  it('gives a notice at the end of the new one', async () => {
    const { end } = await open()
    await press(/^rerun 1/)
    await pass(1)
    expect(counts()).toBe('1 running, 0 to fetch')
    end('new-1', 'completed')
    await pass(5_000)
    expect(notices()).toEqual(['new-1 completed'])
  })
})

describe('a job that is deleted', () => {
  it('takes its notice along, and its place in the counts', async () => {
    const { end } = await open()
    await press(/^retry 1/)
    end('1', 'completed')
    await pass(5_000)
    expect(counts()).toBe('0 running, 1 to fetch')
    await press(/^delete 1/)
    await pass(1)
    expect(notices()).toEqual([])
    expect(counts()).toBe('0 running, 0 to fetch')
  })
})
