import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportScope } from '../../src/core/job.js'
import type { DownloadOutcome } from '../../src/hooks/perform-download.js'
import { type BulkItem, useExportBulkAction } from '../../src/hooks/useExportBulkAction.js'
import { useExportDownloadAll } from '../../src/hooks/useExportDownloadAll.js'
import {
  ExportJobsProvider,
  type ExportJobsProviderProps,
} from '../../src/provider/ExportJobsProvider.js'
import type { ExportJobsEvent } from '../../src/provider/events.js'
import { newTab, openTabs } from '../support/open-tabs.js'
import { createScriptedClient } from '../support/scripted-client.js'
import { watchFrames } from '../support/watch-frames.js'

// what writes a file is fetched with the first one; once here, it is there at once
beforeAll(async () => {
  await import('../../src/downloads/save-file.js')
})

type CreateDownload = ExportJobsClient['createDownload']

const link = (id: string) => `https://files.example.test/${id}?signature=s3cr3t`
const part = (id: string) => ({ id, name: `${id}.csv`, size: 1, contentType: null, checksum: null })
const PARTS = ['a', 'b', 'c']
const job = buildExportJob({ id: '1', files: PARTS.map(part) })
const jobs = PARTS.map((id) => buildExportJob({ id }))

/** What a list of downloads shows: each with its outcome, and a button where one is blocked. */
interface Shown {
  readonly id: string
  readonly outcome: DownloadOutcome
}

function Outcomes({ shown }: { readonly shown: readonly Shown[] }) {
  return (
    <ul>
      {shown.map(({ id, outcome }) => (
        <li key={id}>
          {id} {outcome.kind} {outcome.kind === 'refused' && outcome.error?.code}
          {outcome.kind === 'blocked' && (
            <button type="button" onClick={outcome.press}>{`Click ${id}`}</button>
          )}
        </li>
      ))}
    </ul>
  )
}

interface Settled {
  readonly results: (readonly Shown[])[]
  readonly changes: Shown[]
}

function Files({ results }: Settled) {
  const { downloadAll, isRunning, outcomes } = useExportDownloadAll(job)
  const press = async () => {
    const all = await downloadAll()
    results.push(all.map(({ file, outcome }) => ({ id: file.id, outcome })))
  }
  return (
    <>
      <button type="button" onClick={press} aria-busy={isRunning}>
        All
      </button>
      <Outcomes shown={outcomes.map(({ file, outcome }) => ({ id: file.id, outcome }))} />
    </>
  )
}

const shownOf = ({ job: { id }, outcome }: BulkItem): Shown => {
  if (outcome.kind === 'done' || outcome.kind === 'undone') throw new Error('That is no download.')
  return { id, outcome }
}

function Jobs({ results, changes }: Settled) {
  const { run, running } = useExportBulkAction({
    onItemChange: (item) => changes.push(shownOf(item)),
  })
  const press = async () => {
    results.push((await run('download', jobs)).map(shownOf))
  }
  return (
    <button type="button" onClick={press}>
      {running === null ? 'All' : `${running.done} of ${running.total}`}
    </button>
  )
}

function renderSeveral(
  what: 'files of a job' | 'jobs',
  createDownload: CreateDownload = async (id, { fileId }) => ({
    url: link(fileId ?? id),
    filename: null,
    expiresAt: null,
  }),
  props: Partial<ExportJobsProviderProps> = {},
) {
  const events: ExportJobsEvent[] = []
  const errors: ExportJobsError[] = []
  const settled: Settled = { results: [], changes: [] }
  const ask = vi.fn(createDownload)
  const client = createScriptedClient({ createDownload: ask })
  const tree = (scope: ExportScope) => (
    <ExportJobsProvider
      client={client}
      scope={scope}
      urlState="memory"
      onEvent={(event) => events.push(event)}
      onError={(error) => errors.push(error)}
      {...props}
    >
      {what === 'jobs' ? <Jobs {...settled} /> : <Files {...settled} />}
    </ExportJobsProvider>
  )
  const view = render(tree({ companyId: '7' }))
  return {
    ...settled,
    events,
    errors,
    ask,
    changeScope: () => view.rerender(tree({ companyId: '8' })),
  }
}

const start = () => act(async () => screen.getByRole('button', { name: 'All' }).click())
const press = (name: string) => act(async () => screen.getByRole('button', { name }).click())
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const kinds = (shown: readonly Shown[] | undefined) => shown?.map(({ outcome }) => outcome.kind)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
})

describe.each(['files of a job', 'jobs'] as const)('downloading several %s', (what) => {
  it('hands them over one after another, each by a fresh link', async () => {
    const { sent } = watchFrames()
    const { results } = renderSeveral(what)
    await start()
    expect(sent).toEqual([link('a')])
    await pass(1_500)
    expect(sent).toEqual([link('a'), link('b')])
    await pass(3_000)
    expect(sent).toEqual(PARTS.map(link))
    expect(kinds(results[0])).toEqual(['started', 'started', 'started'])
  })

  it('tells the host of each', async () => {
    watchFrames()
    const { events } = renderSeveral(what)
    await start()
    await pass(5_000)
    const about = PARTS.map((id) =>
      what === 'jobs' ? { jobId: id, fileId: null } : { jobId: '1', fileId: id },
    )
    expect(events).toEqual(about.map((one) => ({ type: 'download_started', ...one })))
  })

  it('goes on after a refusal, and tells it', async () => {
    watchFrames()
    const { results, events, errors } = renderSeveral(what, async (id, { fileId }) => {
      const own = fileId ?? id
      if (own === 'b') throw new ExportJobsError('gone', { message: 'No.' })
      return { url: link(own), filename: null, expiresAt: null }
    })
    await start()
    await pass(5_000)
    expect(kinds(results[0])).toEqual(['started', 'refused', 'started'])
    expect(events.map(({ type }) => type)).toEqual([
      'download_started',
      'download_refused',
      'download_started',
    ])
    expect(errors.map(({ code }) => code)).toEqual(['gone'])
  })

  it('hears of a refusal that storage gives while others are still to come', async () => {
    const { refuse, sent } = watchFrames()
    const { results, errors } = renderSeveral(what)
    await start()
    await pass(2_000)
    await refuse(0)
    await pass(1)
    expect(sent.filter((url) => url === link('a'))).toHaveLength(2)
    await refuse(-1)
    await pass(5_000)
    expect(kinds(results[0])).toEqual(['refused', 'started', 'started'])
    expect(errors.map(({ code }) => code)).toEqual(['unavailable'])
  })

  it('follows links paced where frames are forbidden, so that browsers take them all', async () => {
    const followed: number[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {
      followed.push(performance.now())
    })
    vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(null)
    renderSeveral(what)
    await start()
    await pass(5_000)
    expect(followed).toHaveLength(3)
    const gaps = followed.slice(1).map((instant, index) => instant - (followed[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
  })

  it("saves each to a place of the host's, as the provider says", async () => {
    const names: string[] = []
    vi.stubGlobal('fetch', async () => new Response('all of it'))
    const saveTarget = async (name: string) => {
      names.push(name)
      return new WritableStream<Uint8Array>()
    }
    const { results } = renderSeveral(what, undefined, { delivery: 'save', saveTarget })
    await start()
    await pass(1)
    expect(kinds(results[0])).toEqual(['saved', 'saved', 'saved'])
    expect(names).toHaveLength(3)
    expect(document.querySelector('iframe')).toBeNull()
  })

  it('opens the tab that one press lets through, and leaves a press for each of the others', async () => {
    const tab = newTab()
    const open = openTabs(tab, null, null)
    const { results, ask } = renderSeveral(what, undefined, { delivery: 'newTab' })
    await start()
    await pass(5_000)
    expect(tab.location.replace).toHaveBeenCalledWith(link('a'))
    expect(open).toHaveBeenCalledTimes(3)
    expect(kinds(results[0])).toEqual(['started', 'blocked', 'blocked'])
    expect(ask).toHaveBeenCalledTimes(3)
  })

  it('goes on for the tenant it was begun for', async () => {
    watchFrames()
    const { ask, changeScope } = renderSeveral(what)
    await start()
    changeScope()
    await pass(5_000)
    expect(ask.mock.calls.map(([, { scope }]) => scope.companyId)).toEqual(['7', '7', '7'])
  })
})

describe('what changes after the last file', () => {
  it('is shown with the files of a job: a late refusal', async () => {
    const { refuse } = watchFrames()
    renderSeveral('files of a job')
    await start()
    await pass(6_000)
    await refuse(2)
    await refuse(-1)
    await pass(1)
    const told = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(told).toEqual(['a started ', 'b started ', 'c refused unavailable'])
  })

  it('is told of jobs: a late refusal', async () => {
    const { refuse } = watchFrames()
    const { changes } = renderSeveral('jobs')
    await start()
    await pass(6_000)
    expect(changes).toEqual([])
    await refuse(1)
    await refuse(-1)
    await pass(1)
    expect(changes).toMatchObject([{ id: 'b', outcome: { error: { code: 'unavailable' } } }])
  })

  it('is shown with the files of a job: a blocked one that was pressed', async () => {
    const [first, second] = [newTab(), newTab()]
    openTabs(first, null, null, second)
    renderSeveral('files of a job', undefined, { delivery: 'newTab' })
    await start()
    await pass(5_000)
    await press('Click b')
    expect(second.location.replace).toHaveBeenCalledWith(link('b'))
    const told = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(told).toEqual(['a started ', 'b started ', 'c blocked Click c'])
  })

  it('is told of jobs: a blocked one that was pressed', async () => {
    const [first, second] = [newTab(), newTab()]
    openTabs(first, null, null, second)
    const { results, changes, events } = renderSeveral('jobs', undefined, { delivery: 'newTab' })
    await start()
    await pass(5_000)
    const blocked = results[0]?.[1]?.outcome
    await act(async () => (blocked?.kind === 'blocked' ? blocked.press() : null))
    expect(second.location.replace).toHaveBeenCalledWith(link('b'))
    expect(changes).toMatchObject([{ id: 'b', outcome: { kind: 'started' } }])
    expect(events.filter(({ type }) => type === 'download_started')).toHaveLength(2)
  })
})
