import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDetail } from '../../src/components/detail/ExportDetail.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { ExportJob } from '../../src/core/job.js'
import { findRows } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

/** A client written without types, whose one job is not what the contract says. */
function clientWith(junk: object) {
  const bad = { ...buildExportJob({ id: '1', name: 'Bad' }), ...junk } as ExportJob
  const good = buildExportJob({ id: '2', name: 'Good' })
  return {
    ...createMemoryClient(),
    listJobs: async () => buildJobPage([bad, good]),
    getJob: async () => bad,
  }
}

const JUNK: readonly (readonly [path: string, junk: object])[] = [
  ['reportType', { reportType: undefined }],
  ['fileFormat', { fileFormat: 5 }],
  ['createdAt', { createdAt: new Date(0) }],
  ['createdBy', { createdBy: { name: 'Ann' } }],
  ['name', { name: { en: 'Orders' } }],
  ['phase', { status: 'processing', phase: { step: 1 } }],
  ['error', { status: 'failed', error: 'No space left' }],
  ['error', { status: 'failed', error: { code: 'full', message: { en: 'Full' } } }],
  ['warnings', { warnings: [{ text: 'Cut' }] }],
  ['entityTypes', { entityTypes: [null] }],
  ['files', { files: ['report.csv'] }],
  ['status', { status: 'DONE' }],
]

let told: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  told = vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe("a job of a host's own client that is not what the contract says", () => {
  it.each(JUNK)('%s: is listed as unreadable, and the others stay', async (path, junk) => {
    const onEvent = vi.fn()
    renderWithProvider(<ExportHistoryTable />, { client: clientWith(junk), onEvent })
    expect(await findRows()).toHaveLength(1)
    expect(screen.getByText(`jobs[0].${path}`, { exact: false })).toBeInTheDocument()
    expect(onEvent).toHaveBeenCalledWith({ type: 'rows_unreadable', paths: [`jobs[0].${path}`] })
    expect(String(told.mock.calls[0]?.[0])).toContain(
      `[react-export-jobs] listJobs: jobs[0].${path} must be`,
    )
  })

  it.each(JUNK)('%s: has no page of its own, and the log says why', async (path, junk) => {
    const onError = vi.fn()
    renderWithProvider(<ExportDetail jobId="1" />, { client: clientWith(junk), onError })
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    expect(onError.mock.calls[0]?.[0].message).toContain(`getJob: ${path} must be`)
  })
})
