import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import type { JobPage } from '../../src/core/list-query.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { useExportListState } from '../../src/hooks/useExportListState.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import { createListState } from '../../src/url-state/list-state.js'
import {
  createScriptedClient,
  type ListCall,
  type ScriptedClient,
} from '../support/scripted-client.js'

const NOW = Date.parse('2026-11-23T10:00:00Z')

function job(id: string, overrides: Partial<ExportJob> = {}): ExportJob {
  return buildExportJob({
    id,
    name: `Job ${id}`,
    status: 'processing',
    progress: null,
    createdAt: new Date(NOW - 5_000).toISOString(),
    ...overrides,
  })
}

/** A page whose backend does not tell its clock, so that ages count from the test's. */
const pageOf = (jobs: readonly ExportJob[], overrides: Partial<JobPage> = {}) =>
  buildJobPage(jobs, { serverTime: null, ...overrides })

function List({ page = 0 }: { page?: number }) {
  const { listState, setListState } = useExportListState({
    listState: createListState({ page }),
  })
  const result = useExportJobs({ listState, setListState })
  return (
    <section>
      <p data-testid="status">{result.status}</p>
      <p data-testid="since">{result.staleSince}</p>
      <p data-testid="error">{result.error?.code}</p>
      <ul>
        {result.jobs.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <button type="button" onClick={result.refresh}>
        Refresh
      </button>
    </section>
  )
}

function renderList(
  client: ScriptedClient,
  props: Partial<ExportJobsProviderProps> = {},
  page = 0,
) {
  const tree = (more: Partial<ExportJobsProviderProps> = {}, nextPage = page): ReactNode => (
    <ExportJobsProvider client={client} urlState="memory" {...props} {...more}>
      <List page={nextPage} />
    </ExportJobsProvider>
  )
  const view = render(tree())
  return {
    update: (more: Partial<ExportJobsProviderProps>, nextPage?: number) =>
      view.rerender(tree(more, nextPage)),
  }
}

const rows = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)
const text = (id: string) => screen.getByTestId(id).textContent
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function answer(call: ListCall, jobs: readonly ExportJob[], overrides = {}): Promise<void> {
  call.answer(pageOf(jobs, overrides))
  await pass(1)
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('useExportJobs', () => {
  it('shows the rows when the answer comes', async () => {
    const client = createScriptedClient()
    renderList(client)
    expect(text('status')).toBe('loading')
    await answer(client.next(), [job('1')])
    expect(text('status')).toBe('ready')
    expect(rows()).toEqual(['Job 1'])
  })

  it("never shows one scope's rows under another, not for one frame", async () => {
    const client = createScriptedClient()
    const view = renderList(client, { scope: { companyId: '7' } })
    await answer(client.next(), [job('1')])
    view.update({ scope: { companyId: '8' } })
    expect(rows()).toEqual([])
    expect(text('status')).toBe('loading')
    await answer(client.next(), [job('2')])
    expect(rows()).toEqual(['Job 2'])
  })

  it("never shows one person's rows to another", async () => {
    const client = createScriptedClient()
    const view = renderList(client, { userKey: 'ann' })
    await answer(client.next(), [job('1')])
    view.update({ userKey: 'bob' })
    expect(rows()).toEqual([])
  })

  it('ignores a late answer for the former scope, although the client ignores aborts', async () => {
    const client = createScriptedClient()
    const view = renderList(client, { scope: { companyId: '7' } })
    const late = client.next()
    view.update({ scope: { companyId: '8' } })
    await pass(1)
    expect(late.signal.aborted).toBe(true)
    const [, second] = client.calls
    await answer(second as ListCall, [job('2')])
    await answer(late, [job('1')])
    expect(rows()).toEqual(['Job 2'])
  })

  it('never lets an older answer overwrite a newer one', async () => {
    const client = createScriptedClient()
    renderList(client)
    await answer(client.next(), [job('1', { name: 'First' })])
    await pass(2_500)
    const older = client.next()
    await act(async () => screen.getByRole('button', { name: 'Refresh' }).click())
    await pass(1)
    expect(older.signal.aborted).toBe(true)
    const newer = client.calls.at(-1) as ListCall
    await answer(newer, [job('1', { name: 'Newest' })])
    await answer(older, [job('1', { name: 'Outdated' })])
    expect(rows()).toEqual(['Newest'])
  })

  it('keeps the former page on screen until the next one is there, and aborts the former request', async () => {
    const client = createScriptedClient()
    const view = renderList(client)
    await answer(client.next(), [job('1')], { total: 40, totalPages: 2, hasNextPage: true })
    await pass(2_500)
    const poll = client.next()
    view.update({}, 1)
    await pass(1)
    expect(rows()).toEqual(['Job 1'])
    expect(poll.signal.aborted).toBe(true)
    await answer(client.calls.at(-1) as ListCall, [job('2')], { page: 1, total: 40, totalPages: 2 })
    expect(rows()).toEqual(['Job 2'])
  })

  it('keeps the last good rows when a refresh fails, and says since when', async () => {
    const client = createScriptedClient()
    renderList(client)
    await answer(client.next(), [job('1')])
    const goodAt = Date.now()
    await pass(2_500)
    client.next().refuse(new ExportJobsError('unavailable', { message: 'Down.' }))
    await pass(1)
    expect(rows()).toEqual(['Job 1'])
    expect(text('status')).toBe('ready')
    expect(text('error')).toBe('unavailable')
    const since = Date.parse(text('since') ?? '')
    expect(Math.abs(since - goodAt)).toBeLessThan(10)
  })

  it('takes the rows away when the backend no longer allows them', async () => {
    const client = createScriptedClient()
    renderList(client)
    await answer(client.next(), [job('1')])
    await pass(2_500)
    client.next().refuse(new ExportJobsError('forbidden', { message: 'No.' }))
    await pass(1)
    expect(rows()).toEqual([])
    expect(text('status')).toBe('denied')
  })

  it('sends no request without the permission, or while it is pending', async () => {
    const client = createScriptedClient()
    const view = renderList(client, { can: () => 'pending' })
    await pass(10_000)
    expect(text('status')).toBe('loading')
    view.update({ can: () => false })
    await pass(10_000)
    expect(text('status')).toBe('denied')
    expect(client.calls).toHaveLength(0)
    view.update({ can: () => true })
    await pass(1)
    expect(client.calls).toHaveLength(1)
  })

  it('names the wrong value when a client answers nonsense, and throws nothing into the page', async () => {
    const client = createScriptedClient()
    const onError = vi.fn()
    renderList(client, { onError })
    client.next().answer({ ...buildJobPage([]), jobs: 'none' } as never)
    await pass(1)
    expect(text('status')).toBe('error')
    expect(text('error')).toBe('bad_response')
    expect(onError.mock.calls[0]?.[0].message).toContain('listJobs: jobs must be an array')
  })

  it('polls at its own pace although the host renders every 50 ms', async () => {
    const countLooks = async (rendersOften: boolean) => {
      const client = createScriptedClient()
      const view = renderList(client)
      const createdAt = new Date(Date.now() - 1_000).toISOString()
      vi.spyOn(Math, 'random').mockReturnValue(0.5)
      for (let ms = 0; ms < 30_000; ms += 50) {
        if (rendersOften) view.update({ scope: {}, can: () => true, onEvent: () => {} })
        await pass(50)
        const waiting = client.calls.at(-1)
        waiting?.answer(pageOf([job('1', { createdAt })]))
      }
      return client.calls.length
    }
    const calm = await countLooks(false)
    document.body.replaceChildren()
    const busy = await countLooks(true)
    expect(calm).toBeGreaterThan(3)
    expect(Math.abs(busy - calm)).toBeLessThanOrEqual(1)
  })

  it("is not changed by a host's hostile query defaults", async () => {
    const queryClient = new QueryClient({
      defaultOptions: {
        queries: {
          throwOnError: true,
          staleTime: Number.POSITIVE_INFINITY,
          retry: 3,
          refetchOnWindowFocus: 'always',
          refetchOnReconnect: 'always',
          refetchInterval: 100,
          structuralSharing: false,
          gcTime: 0,
          networkMode: 'online',
          queryKeyHashFn: () => 'the same for all',
        },
      },
    })
    const client = createScriptedClient()
    render(
      <QueryClientProvider client={queryClient}>
        <ExportJobsProvider client={client} urlState="memory">
          <List />
        </ExportJobsProvider>
      </QueryClientProvider>,
    )
    await answer(client.next(), [job('1')])
    await pass(1_500)
    window.dispatchEvent(new Event('focus'))
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(100)
    expect(client.calls).toHaveLength(1)
    await pass(2_000)
    client.next().refuse(new ExportJobsError('unavailable', { message: 'Down.' }))
    await pass(100)
    expect(client.calls).toHaveLength(2)
    expect(rows()).toEqual(['Job 1'])
    expect(text('error')).toBe('unavailable')
  })

  it('goes to the last page when the page is past the end', async () => {
    const client = createScriptedClient()
    const onListStateChange = vi.fn()
    function Controlled() {
      const list = useExportListState({
        listState: createListState({ page: 9 }),
        onListStateChange,
      })
      useExportJobs(list)
      return null
    }
    render(
      <ExportJobsProvider client={client} urlState="memory">
        <Controlled />
      </ExportJobsProvider>,
    )
    await answer(client.next(), [], { page: 9, total: 45, totalPages: 3 })
    expect(onListStateChange).toHaveBeenCalledTimes(1)
    expect(onListStateChange.mock.calls[0]?.[0].page).toBe(2)
    expect(onListStateChange.mock.calls[0]?.[1]).toEqual({ history: 'replace' })
  })

  it('says which provider is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<List />)).toThrow('<ExportJobsProvider client={...}>')
  })
})
