import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import type { ExportStatus } from '../../src/core/status.js'
import { useExportJob } from '../../src/hooks/useExportJob.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { createScriptedClient } from '../support/scripted-client.js'

function Detail({ id = '1' }: { id?: string }) {
  const { status, job } = useExportJob(id)
  return (
    <p>
      {status}: {job?.name} {job?.status}
    </p>
  )
}

function ListAndDetail() {
  const { jobs } = useExportJobs()
  return jobs.length === 0 ? null : <Detail />
}

const job = (overrides: Partial<ExportJob> = {}) =>
  buildExportJob({
    id: '1',
    name: 'October',
    status: 'processing',
    progress: null,
    createdAt: new Date(Date.now() - 5_000).toISOString(),
    ...overrides,
  })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const shown = () => screen.getByText(/./, { selector: 'p' }).textContent

function renderDetail(getJob: ExportJobsClient['getJob']) {
  const client = createScriptedClient({ getJob })
  render(
    <ExportJobsProvider client={client} urlState="memory">
      <Detail />
    </ExportJobsProvider>,
  )
  return client
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('useExportJob', () => {
  it('follows the job until it is finished, then rests', async () => {
    let status: ExportStatus = 'processing'
    const getJob = vi.fn(async () => job({ status }))
    renderDetail(getJob)
    expect(shown()).toContain('loading')
    await pass(1)
    expect(shown()).toContain('ready: October processing')
    status = 'completed'
    await pass(5_000)
    expect(shown()).toContain('completed')
    const looks = getJob.mock.calls.length
    await pass(3_600_000)
    expect(getJob).toHaveBeenCalledTimes(looks)
  })

  it('shows the row of the list until its own answer comes', async () => {
    const client = createScriptedClient({ getJob: () => new Promise(() => {}) })
    render(
      <ExportJobsProvider client={client} urlState="memory">
        <ListAndDetail />
      </ExportJobsProvider>,
    )
    client.next().answer(buildJobPage([job()], { serverTime: null }))
    await pass(1)
    expect(shown()).toContain('ready: October')
  })

  it.each<[ExportJobsErrorCode, string]>([
    ['not_found', 'vanished'],
    ['gone', 'vanished'],
    ['forbidden', 'denied'],
    ['unauthenticated', 'denied'],
    ['unavailable', 'error'],
  ])('answers %s with %s', async (code, status) => {
    renderDetail(async () => {
      throw new ExportJobsError(code, { message: 'No.' })
    })
    await pass(1)
    expect(shown()).toContain(status)
  })

  it('keeps the last known job when a look fails', async () => {
    const getJob = vi
      .fn(async () => job())
      .mockResolvedValueOnce(job())
      .mockRejectedValueOnce(new ExportJobsError('unavailable', { message: 'Down.' }))
    renderDetail(getJob)
    await pass(1)
    await pass(5_000)
    expect(getJob.mock.calls.length).toBeGreaterThan(1)
    expect(shown()).toContain('ready: October processing')
  })
})
