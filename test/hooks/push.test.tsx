import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { useCreateExportJob } from '../../src/hooks/useCreateExportJob.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { useExportNotifications } from '../../src/hooks/useExportNotifications.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

function Notices() {
  const { notices } = useExportNotifications()
  return notices.map(({ id, job }) => (
    <p key={id} role="alert">
      {id} {job.status}
    </p>
  ))
}

function Ask() {
  const { createJob } = useCreateExportJob()
  const request = { reportType: 'vendor', fileFormat: 'csv', dateRange: null, parameters: {} }
  return (
    <button type="button" onClick={() => createJob(request)}>
      Ask
    </button>
  )
}

function List() {
  const { jobs } = useExportJobs()
  return jobs.map(({ id }) => <p key={id}>{id}</p>)
}

/** A page of a backend that pushes, on which a job was asked for. */
async function open(children: React.ReactNode) {
  const memory = createMemoryClient({
    jobs: [buildExportJob({ id: '1' })],
    methods: ['createJob', 'getJobs', 'subscribe'],
  })
  const leave = vi.fn()
  const subscribe = vi.fn<NonNullable<typeof memory.subscribe>>((scope, listener) => {
    const stop = memory.subscribe?.(scope, listener)
    return () => {
      leave()
      stop?.()
    }
  })
  const view = render(
    <ExportJobsProvider client={{ ...memory, subscribe }} urlState="memory">
      <Ask />
      {children}
    </ExportJobsProvider>,
  )
  await pass(1)
  await act(async () => screen.getByRole('button', { name: 'Ask' }).click())
  await pass(5_000)
  return { ...view, client: memory, subscribe, leave }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page with notices alone, at a backend that pushes', () => {
  it('asks hardly at all, and tells of the end as soon as it is pushed', async () => {
    const { client, subscribe } = await open(<Notices />)
    expect(subscribe).toHaveBeenCalledTimes(1)
    const before = client.calls.length
    await pass(240_000)
    expect(client.calls).toHaveLength(before)
    act(() => client.update('new-1', { status: 'completed' }))
    await pass(1)
    expect(screen.getByRole('alert')).toHaveTextContent('new-1 completed')
  })

  it('lets the channel go when there is nothing to wait for', async () => {
    const { client, leave } = await open(<Notices />)
    act(() => client.update('new-1', { status: 'completed' }))
    await pass(1)
    expect(leave).toHaveBeenCalledTimes(1)
  })
})

describe('a page with notices and a list', () => {
  it('holds one channel for both', async () => {
    const { subscribe, leave, unmount } = await open(
      <>
        <List />
        <Notices />
      </>,
    )
    expect(subscribe).toHaveBeenCalledTimes(1)
    expect(leave).not.toHaveBeenCalled()
    unmount()
    expect(leave).toHaveBeenCalledTimes(1)
  })
})
