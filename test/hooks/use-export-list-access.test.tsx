import { act, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import type { CanFunction } from '../../src/core/actions.js'
import type { ExportJob } from '../../src/core/job.js'
import type { ReportType } from '../../src/core/report-types.js'
import { usePermission } from '../../src/hooks/use-permission.js'
import { useExportJob } from '../../src/hooks/useExportJob.js'
import { useExportJobs } from '../../src/hooks/useExportJobs.js'
import { useExportListAccess } from '../../src/hooks/useExportListAccess.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import { createListState } from '../../src/url-state/list-state.js'
import { createScriptedClient, EVERYTHING } from '../support/scripted-client.js'

const TYPES: readonly ReportType[] = [
  { id: 'wages', label: 'Wages', permission: 'see-wages' },
  { id: 'stock', label: 'Stock', permission: 'see-stock' },
]
const grants =
  (...names: readonly string[]): CanFunction =>
  (_, { permission } = {}) =>
    permission === undefined || names.includes(permission)
const job = (id: string, reportType: string | null): ExportJob =>
  buildExportJob({ id, name: `Job ${id}`, reportType })

function List({ reportTypes = [] }: { readonly reportTypes?: readonly string[] }) {
  const list = useExportJobs({ listState: createListState({ filters: { reportTypes } }) })
  const { visibleTypes } = useExportListAccess()
  return (
    <section>
      <p data-testid="status">{list.status}</p>
      <p data-testid="total">{list.total}</p>
      <p data-testid="empty">{list.emptyReason}</p>
      <p data-testid="choices">{visibleTypes.map(({ id }) => id).join()}</p>
      {list.jobs.map(({ id, name }) => (
        <p key={id}>{name}</p>
      ))}
      <button type="button" onClick={list.refresh}>
        Refresh
      </button>
    </section>
  )
}

function open(props: Partial<ExportJobsProviderProps>, reportTypes?: readonly string[]) {
  const client = createScriptedClient()
  const tree = (more: Partial<ExportJobsProviderProps> = {}) => (
    <ExportJobsProvider client={client} urlState="memory" reportTypes={TYPES} {...props} {...more}>
      <List reportTypes={reportTypes} />
    </ExportJobsProvider>
  )
  const view = render(tree())
  return {
    client,
    change: (more: Partial<ExportJobsProviderProps>) => view.rerender(tree(more)),
    answer: async (jobs: readonly ExportJob[], total = jobs.length) => {
      client.next().answer(buildJobPage(jobs, { total }))
      await waitFor(() => expect(told('status')).toBe('ready'))
    },
  }
}

const told = (what: string) => screen.getByTestId(what).textContent

describe('the list of who may see some report types', () => {
  it('asks for these, and offers these', async () => {
    const { client, answer } = open({ can: grants('see-stock') })
    expect(client.next().query.filters.reportTypes).toEqual(['stock'])
    await answer([job('1', 'stock')])
    expect(told('total')).toBe('1')
    expect(told('choices')).toBe('stock')
  })

  it('asks for nothing while a permission is pending, and then once', async () => {
    const can: CanFunction = (_, { reportType } = {}) => reportType !== 'wages' || 'pending'
    const { client, change } = open({ can })
    expect(client.calls).toHaveLength(0)
    expect(told('status')).toBe('loading')
    change({ can: grants('see-wages', 'see-stock') })
    await waitFor(() => expect(client.calls).toHaveLength(1))
    expect(client.next().query.filters.reportTypes).toEqual(['wages', 'stock'])
  })

  it('asks for nothing without a permitted type, and says that it is withheld', () => {
    const { client } = open({ can: grants() })
    expect(client.calls).toHaveLength(0)
    expect(told('status')).toBe('denied')
    expect(told('choices')).toBe('')
  })

  it('asks for what is wanted as far as it is permitted', () => {
    const { client } = open({ can: grants('see-stock') }, ['wages', 'stock'])
    expect(client.next().query.filters.reportTypes).toEqual(['stock'])
  })

  it('asks for nothing and finds nothing where a hidden type alone is wanted', async () => {
    const { client } = open({ can: grants('see-stock') }, ['wages'])
    expect(told('status')).toBe('ready')
    expect(told('empty')).toBe('no_match')
    expect(told('total')).toBe('0')
    await act(async () => screen.getByRole('button', { name: 'Refresh' }).click())
    expect(client.calls).toHaveLength(0)
  })

  it('leaves out a row that comes all the same, and tells the host of it once', async () => {
    const onEvent = vi.fn()
    const onError = vi.fn()
    const { answer } = open({ can: grants('see-stock'), onEvent, onError })
    await answer([job('1', 'stock'), job('2', 'wages'), job('3', null)], 9)
    expect(screen.getByText('Job 1')).toBeVisible()
    expect(screen.queryByText('Job 2')).toBeNull()
    expect(screen.queryByText('Job 3')).toBeNull()
    expect(told('total')).toBe('7')
    expect(onEvent).toHaveBeenCalledExactlyOnceWith({
      type: 'rows_withheld',
      reportTypes: ['wages', null],
    })
    expect(onError).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'bad_response', message: expect.stringMatching('wages') }),
    )
  })

  it('takes a type off the screen at once when its permission goes', async () => {
    const onEvent = vi.fn()
    const { client, change, answer } = open({ can: grants('see-wages', 'see-stock'), onEvent })
    await answer([job('1', 'stock'), job('2', 'wages')])
    expect(screen.getByText('Job 2')).toBeVisible()
    change({ can: grants('see-stock') })
    expect(screen.queryByText('Job 2')).toBeNull()
    expect(screen.getByText('Job 1')).toBeVisible()
    expect(client.next().query.filters.reportTypes).toEqual(['stock'])
    expect(onEvent).not.toHaveBeenCalled()
  })

  it('leaves rows out also where the backend cannot filter by report type', async () => {
    const client = createScriptedClient({
      capabilities: { ...EVERYTHING, filters: ['statuses'] },
    })
    render(
      <ExportJobsProvider
        client={client}
        urlState="memory"
        reportTypes={TYPES}
        can={grants('see-stock')}
      >
        <List />
      </ExportJobsProvider>,
    )
    expect(client.next().query.filters.reportTypes).toEqual([])
    client.next().answer(buildJobPage([job('1', 'stock'), job('2', 'wages')]))
    expect(await screen.findByText('Job 1')).toBeVisible()
    expect(screen.queryByText('Job 2')).toBeNull()
  })
})

function Job({ id }: { readonly id: string }) {
  const { status, job: known } = useExportJob(id)
  return (
    <>
      <p data-testid="status">{status}</p>
      <p data-testid="name">{known?.name}</p>
    </>
  )
}

describe('one job', () => {
  const client = createMemoryClient({ jobs: [job('1', 'stock'), job('2', 'wages')] })
  const show = (id: string, can: CanFunction) =>
    render(
      <ExportJobsProvider client={client} urlState="memory" reportTypes={TYPES} can={can}>
        <Job id={id} />
      </ExportJobsProvider>,
    )

  it('is shown when its type is permitted', async () => {
    show('1', grants('see-stock'))
    await waitFor(() => expect(told('name')).toBe('Job 1'))
  })

  it('is withheld when its type is not', async () => {
    show('2', grants('see-stock'))
    await waitFor(() => expect(told('status')).toBe('denied'))
    expect(told('name')).toBe('')
  })

  it('waits while a permission is pending', () => {
    show('2', (_, { reportType } = {}) => reportType !== 'wages' || 'pending')
    expect(told('status')).toBe('loading')
  })
})

it('every question about a registered type names its permission', () => {
  const can = vi.fn<CanFunction>(() => true)
  function Ask() {
    usePermission('create', { reportType: 'wages' })
    return null
  }
  render(
    <ExportJobsProvider
      client={createMemoryClient()}
      urlState="memory"
      reportTypes={TYPES}
      can={can}
    >
      <Ask />
    </ExportJobsProvider>,
  )
  expect(can).toHaveBeenCalledWith('create', { reportType: 'wages', permission: 'see-wages' })
})
