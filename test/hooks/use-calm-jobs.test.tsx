import { act, renderHook, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildExportJobs } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import type { ExportJob } from '../../src/core/job.js'
import { type UseCalmJobsOptions, useCalmJobs } from '../../src/hooks/useCalmJobs.js'
import { useExportAction } from '../../src/hooks/useExportAction.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import type { UndoOffer } from '../../src/provider/pop-up-store.js'
import { createListState, DEFAULT_LIST_STATE } from '../../src/url-state/list-state.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const named = (ids: string) => [...ids].map((id) => buildExportJob({ id }))

function listOf(ids: string, overrides: Partial<UseCalmJobsOptions['list']> = {}) {
  return {
    jobs: named(ids),
    status: 'ready',
    isPlaceholder: false,
    isRefreshing: false,
    hasNextPage: false,
    ...overrides,
  } as const
}

function open(first = listOf('abc')) {
  const client = createMemoryClient()
  let isBusy = true
  let list: UseCalmJobsOptions['list'] = first
  let listState = DEFAULT_LIST_STATE
  let scope = {}
  const isAtWork = () => isBusy
  const view = renderHook(() => useCalmJobs({ list, listState, isBusy: isAtWork }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <ExportJobsProvider client={client} urlState="memory" scope={scope}>
        {children}
      </ExportJobsProvider>
    ),
  })
  return {
    rows: () => view.result.current.rows.map(({ id }) => id).join(''),
    result: () => view.result.current,
    rest: () => {
      isBusy = false
    },
    returnToWork: () => {
      isBusy = true
    },
    answer(next: UseCalmJobsOptions['list'], state = listState) {
      list = next
      listState = state
      view.rerender()
    },
    moveTo(next: Record<string, string>, nextList: UseCalmJobsOptions['list']) {
      scope = next
      list = nextList
      view.rerender()
    },
  }
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('rows that nobody is at work in', () => {
  it('follow each answer', () => {
    const { answer, rest, rows, result } = open()
    rest()
    answer(listOf('xca'))
    expect(rows()).toBe('xca')
    expect(result()).toMatchObject({ arrived: [], vanished: new Set() })
  })

  it('are the very jobs of the answer', () => {
    const { answer, rest, result } = open()
    rest()
    const next = listOf('xca')
    answer(next)
    expect(result().rows).toBe(next.jobs)
  })
})

describe('rows that somebody is at work in', () => {
  it('stay, while arrivals are counted and lost ones are told', () => {
    const { answer, rows, result } = open()
    answer(listOf('xyac'))
    expect(rows()).toBe('abc')
    expect(result()).toMatchObject({ arrived: ['x', 'y'], vanished: new Set('b') })
  })

  it('change their values', () => {
    const { answer, result } = open()
    const next = listOf('xab')
    const [, a] = next.jobs
    answer(next)
    expect(result().rows[0]).toBe(a)
  })

  it('take each further answer over what is on screen', () => {
    const { answer, rows, result } = open()
    answer(listOf('xabc'))
    answer(listOf('yxbca'))
    expect(rows()).toBe('abc')
    expect(result().arrived).toEqual(['y', 'x'])
  })

  it('are let go when the answer brings back what was on screen', () => {
    const { answer, rows, rest } = open()
    answer(listOf('xabc'))
    answer(listOf('abc'))
    rest()
    answer(listOf('yabc'))
    expect(rows()).toBe('yabc')
  })
})

describe('what waits', () => {
  it('is shown when it is asked for, and the next answer is held back again', () => {
    const { answer, rows, result } = open()
    answer(listOf('xab'))
    act(() => result().apply())
    expect(rows()).toBe('xab')
    expect(result()).toMatchObject({ arrived: [], vanished: new Set() })
    answer(listOf('yxab'))
    expect(rows()).toBe('xab')
  })

  it('is shown 10 seconds after the person has gone', async () => {
    const { answer, rest, rows } = open()
    answer(listOf('xabc'))
    await pass(60_000)
    expect(rows()).toBe('abc')
    rest()
    await pass(9_000)
    expect(rows()).toBe('abc')
    await pass(2_000)
    expect(rows()).toBe('xabc')
  })

  it('waits on when the person returns, and for answers that come meanwhile', async () => {
    const { answer, rest, returnToWork, rows } = open()
    answer(listOf('xabc'))
    rest()
    await pass(8_000)
    answer(listOf('yxabc'))
    expect(rows()).toBe('abc')
    returnToWork()
    await pass(60_000)
    expect(rows()).toBe('abc')
  })

  it('leaves no clock running once it is shown', async () => {
    const { answer, result } = open()
    expect(vi.getTimerCount()).toBe(0)
    answer(listOf('xabc'))
    expect(vi.getTimerCount()).toBe(1)
    act(() => result().apply())
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['another page', createListState({ page: 1 })],
    ['another sort', createListState({ ordering: [{ field: 'status', direction: 'asc' }] })],
    ['another filter', createListState({ filters: { search: 'x' } })],
  ])('is shown with %s', (_, listState) => {
    const { answer, rows } = open()
    answer(listOf('xabc'))
    answer(listOf('de'), listState)
    expect(rows()).toBe('de')
  })

  it('waits on when a detail is opened', () => {
    const { answer, rows } = open()
    answer(listOf('xabc'))
    answer(listOf('xabc'), createListState({ openJobId: 'a' }))
    expect(rows()).toBe('abc')
  })

  it('is shown with a refresh, and so is its answer', () => {
    const { answer, rows } = open()
    answer(listOf('xabc'))
    answer(listOf('xabc', { isRefreshing: true }))
    expect(rows()).toBe('xabc')
    const refreshed = listOf('yxabc', { isRefreshing: true })
    answer(refreshed)
    answer({ ...refreshed, isRefreshing: false })
    expect(rows()).toBe('yxabc')
  })
})

describe('an answer that is never held back', () => {
  it('is the first one', () => {
    const { answer, rows } = open(listOf('', { status: 'loading' }))
    answer(listOf('abc'))
    expect(rows()).toBe('abc')
  })

  it('is the first one of another page, after rows that stood for it', () => {
    const { answer, rows } = open()
    const listState = createListState({ page: 1 })
    answer(listOf('abc', { isPlaceholder: true }), listState)
    answer(listOf('de'), listState)
    expect(rows()).toBe('de')
  })

  it("is another tenant's", () => {
    const { moveTo, rows } = open()
    moveTo({ companyId: '8' }, listOf('de'))
    expect(rows()).toBe('de')
  })
})

describe("the person's own deletion", () => {
  const JOBS = buildExportJobs(3, (index) => ({ name: `Job ${index}`, status: 'completed' }))

  const always = () => true

  function Row({ job, offers }: { job: ExportJob; offers: UndoOffer[] }) {
    const { run } = useExportAction('delete', job, {
      deletePrompt: 'undo',
      onUndoOffer: (offer) => offers.push(offer),
    })
    return (
      <li>
        {job.name}
        <button type="button" aria-label={`Delete ${job.name}`} onClick={run} />
      </li>
    )
  }

  function List({ offers }: { offers: UndoOffer[] }) {
    const list = useExportJobs()
    const calm = useCalmJobs({ list, listState: DEFAULT_LIST_STATE, isBusy: always })
    return (
      <ul>
        {calm.rows.map((job) => (
          <Row key={job.id} job={job} offers={offers} />
        ))}
      </ul>
    )
  }

  const texts = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)

  it('takes the row away at once, and taken back brings it to its place', async () => {
    vi.useRealTimers()
    const offers: UndoOffer[] = []
    renderWithProvider(<List offers={offers} />, { client: createMemoryClient({ jobs: JOBS }) })
    await screen.findByText('Job 1')
    await userEvent.click(screen.getByRole('button', { name: 'Delete Job 1' }))
    expect(texts()).toEqual(['Job 0', 'Job 2'])
    act(() => offers[0]?.undo())
    expect(texts()).toEqual(['Job 0', 'Job 1', 'Job 2'])
  })
})
