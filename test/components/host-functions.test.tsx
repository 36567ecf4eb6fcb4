import { screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { exportColumns } from '../../src/components/history-table/export-columns.js'
import { ExportJobActions } from '../../src/components/job-actions/ExportJobActions.js'
import { ExportStatusBadge } from '../../src/components/status-badge/ExportStatusBadge.js'
import type { ExportJob } from '../../src/core/job.js'
import { useExportDownload } from '../../src/hooks/useExportDownload.js'
import { useExportDownloadAll } from '../../src/hooks/useExportDownloadAll.js'
import { useExportJobActions } from '../../src/hooks/useExportJobActions.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const told = vi.fn()
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(told)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  told.mockClear()
})

/** Another function for each test: what one throws while drawing is told once. */
let broken: () => never
beforeEach(() => {
  broken = () => {
    throw new TypeError('the host has a mistake')
  }
})
const failed = buildExportJob({ id: '1', name: 'October', status: 'failed' })

const withNames = () => [exportColumns.name]

/** Shows what its children throw. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {}
  static getDerivedStateFromError(error: Error) {
    return { error }
  }
  override render() {
    const { error } = this.state
    return error === undefined ? this.props.children : <p>{error.message}</p>
  }
}

describe('a function of the host that throws', () => {
  it('for a format leaves the format to us, and is told in the console', async () => {
    const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', name: 'October' })] })
    const formatters = { formatDateTime: broken, formatDateRange: () => 'in autumn' }
    renderWithProvider(<ExportHistoryTable />, { client, formatters })
    await findRows()
    expect(screen.getByText('in autumn')).toBeVisible()
    expect(screen.getAllByText(/2026/).length).toBeGreaterThan(0)
    expect(told).toHaveBeenCalledWith(
      '[react-export-jobs] A function of the host threw:',
      expect.any(TypeError),
    )
  })

  it('for where a job was asked for leaves that link out alone', async () => {
    const client = createMemoryClient({ jobs: [failed] })
    renderWithProvider(<ExportHistoryTable />, { client, getSourceHref: broken })
    await findRows()
    expect(screen.getAllByText('Failed').length).toBeGreaterThan(0)
    expect(told).toHaveBeenCalledOnce()
  })

  it.each(['development', 'production'])('for a link is named in %s', async (mode) => {
    vi.stubEnv('NODE_ENV', mode)
    const message = mode === 'production' ? 'threw.' : 'threw, so there is no link to draw'
    expect(() =>
      renderWithProvider(<ExportDetail jobId="1" />, { getHistoryHref: broken }),
    ).toThrow(`[react-export-jobs] getHistoryHref ${message}`)
    const client = createMemoryClient({ jobs: [failed] })
    renderWithProvider(
      <Boundary>
        <ExportHistoryTable columns={withNames} />
      </Boundary>,
      { client, getJobHref: broken },
    )
    expect(await screen.findByText(new RegExp(`getJobHref ${message}`))).toBeVisible()
  })

  it('for a permission is named in development', () => {
    expect(() => renderWithProvider(<ExportHistoryTable />, { can: broken })).toThrow(
      '[react-export-jobs] <ExportJobsProvider>: can("list") threw, so it is not known',
    )
  })

  it('for a permission allows nothing in production, and is told in the console', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const client = createMemoryClient({ jobs: [failed] })
    renderWithProvider(<ExportHistoryTable />, { client, can: broken })
    expect(screen.queryAllByRole('cell')).toEqual([])
    expect(client.calls).toEqual([])
    expect(told).toHaveBeenCalledExactlyOnceWith(
      '[react-export-jobs] A function of the host threw:',
      expect.any(TypeError),
    )
  })

  it('for a refusal it hears of does not reach the page', async () => {
    const outcomes: string[] = []
    function Download() {
      const { download } = useExportDownload(failed, { onRefused: broken })
      return (
        <button type="button" onClick={() => download().then(({ kind }) => outcomes.push(kind))}>
          Go
        </button>
      )
    }
    const { user } = renderWithProvider(<Download />)
    await user.click(screen.getByRole('button'))
    expect(outcomes).toEqual(['refused'])
    expect(told).toHaveBeenCalledTimes(1)
  })
})

describe('a job that is not there', () => {
  const missing = undefined as unknown as ExportJob
  const asHook = (use: (job: ExportJob) => unknown) => {
    function User() {
      use(missing)
      return null
    }
    return <User />
  }

  it.each([
    ['ExportDownloadButton', <ExportDownloadButton key="1" job={missing} />],
    ['ExportStatusBadge', <ExportStatusBadge key="1" job={missing} />],
    ['ExportJobActions', <ExportJobActions key="1" job={missing} />],
    ['useExportDownload', asHook(useExportDownload)],
    ['useExportDownloadAll', asHook(useExportDownloadAll)],
    ['useExportJobActions', asHook(useExportJobActions)],
  ])('is told as such by %s', (_, element) => {
    expect(() => renderWithProvider(element)).toThrow(
      '[react-export-jobs] The job is undefined, so there is nothing to show',
    )
  })
})

describe('a language or zone that this machine does not know', () => {
  it('leaves the page standing in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const client = createMemoryClient({ jobs: [buildExportJob({ id: '1', name: 'October' })] })
    renderWithProvider(<ExportHistoryTable />, { client, locale: 'en_US', timeZone: 'Mars/Base' })
    expect(await findRows()).toHaveLength(1)
    expect(screen.getAllByText(/2026/).length).toBeGreaterThan(0)
  })
})
