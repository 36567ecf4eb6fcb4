import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { DownloadGrant } from '../../src/core/download-grant.js'
import { EXPORT_JOBS_ERROR_CODES, ExportJobsError } from '../../src/core/errors.js'
import type { ExportJob } from '../../src/core/job.js'
import { useExportDownload } from '../../src/hooks/useExportDownload.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import type { ExportJobsEvent } from '../../src/provider/events.js'
import { createScriptedClient } from '../support/scripted-client.js'
import { watchFrames } from '../support/watch-frames.js'

const SECRET = 'https://files.example.test/report.zip?signature=s3cr3t'
const grant: DownloadGrant = { url: SECRET, filename: 'report.zip', expiresAt: null }
const done = buildExportJob({ id: '1', status: 'completed', isDownloadable: true })

function Download({ job, name = 'Download' }: { job: ExportJob; name?: string }) {
  const { download, isPreparing, refused } = useExportDownload(job)
  return (
    <button type="button" onClick={download} aria-busy={isPreparing}>
      {name} {refused === null ? '' : (refused.refusal ?? refused.error?.code)}
    </button>
  )
}

function renderDownload(
  createDownload: ExportJobsClient['createDownload'],
  job = done,
  twice = false,
) {
  const events: ExportJobsEvent[] = []
  const errors: ExportJobsError[] = []
  render(
    <ExportJobsProvider
      client={createScriptedClient({ createDownload })}
      urlState="memory"
      onEvent={(event) => events.push(event)}
      onError={(error) => errors.push(error)}
    >
      <Download job={job} />
      {twice && <Download job={job} name="Again" />}
    </ExportJobsProvider>,
  )
  return { events, errors }
}

const press = (name = /Download/) => act(async () => screen.getByRole('button', { name }).click())
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const frame of document.querySelectorAll('iframe')) frame.remove()
})

describe('useExportDownload', () => {
  it('sends a hidden frame to a fresh link', async () => {
    const { sent, frames } = watchFrames()
    const { events } = renderDownload(async () => grant)
    await press()
    await pass(2_000)
    expect(sent).toEqual([SECRET])
    expect(frames[0]?.hidden).toBe(true)
    expect(events).toEqual([{ type: 'download_started', jobId: '1', fileId: null }])
  })

  it('leaves the link in no attribute, and takes the frame away in the end', async () => {
    watchFrames()
    renderDownload(async () => grant)
    await press()
    await pass(2_000)
    expect(document.documentElement.outerHTML).not.toContain('s3cr3t')
    await pass(60_000)
    expect(document.querySelector('iframe')).toBeNull()
  })

  it('asks for a new link at each press', async () => {
    watchFrames()
    const createDownload = vi.fn(async () => grant)
    renderDownload(createDownload)
    await press()
    await pass(2_000)
    await press()
    await pass(2_000)
    expect(createDownload).toHaveBeenCalledTimes(2)
  })

  it('asks for one link when pressed twice, be it on two buttons', async () => {
    watchFrames()
    const createDownload = vi.fn(async () => grant)
    const { events } = renderDownload(createDownload, done, true)
    await press()
    await press()
    await press(/Again/)
    await pass(2_000)
    expect(createDownload).toHaveBeenCalledTimes(1)
    expect(events).toEqual([{ type: 'download_started', jobId: '1', fileId: null }])
  })

  it('asks once more when storage refuses the link, then says that it is unavailable', async () => {
    const { sent, refuse } = watchFrames()
    const { errors } = renderDownload(async () => grant)
    await press()
    await refuse()
    await pass(1)
    expect(sent).toHaveLength(2)
    await refuse()
    await pass(1)
    expect(sent).toHaveLength(2)
    expect(screen.getByRole('button')).toHaveTextContent('unavailable')
    expect(errors.map(({ code }) => code)).toEqual(['unavailable'])
  })

  it('asks once more when storage refuses late', async () => {
    const { sent, refuse } = watchFrames()
    renderDownload(async () => grant)
    await press()
    await pass(5_000)
    await refuse()
    await pass(1)
    expect(sent).toHaveLength(2)
  })

  it('tells a late refusal once, and says nothing of the link that a client put there', async () => {
    const { refuse } = watchFrames()
    const createDownload = vi.fn(async () => grant)
    const { events, errors } = renderDownload(createDownload)
    await press()
    await pass(5_000)
    createDownload.mockRejectedValueOnce(new Error(`Could not sign ${SECRET}`))
    await refuse()
    await pass(1)
    expect(events.map(({ type }) => type)).toEqual(['download_started', 'download_refused'])
    expect(screen.getByRole('button')).toHaveTextContent('bad_response')
    expect(errors).toHaveLength(1)
    expect(JSON.stringify(events) + String(errors[0])).not.toContain('s3cr3t')
    expect(errors[0]?.cause).toBeUndefined()
  })

  it.each(EXPORT_JOBS_ERROR_CODES)('tells the refusal %s', async (code) => {
    watchFrames()
    renderDownload(async () => {
      throw new ExportJobsError(code, { message: 'No.' })
    })
    await press()
    await pass(1)
    expect(screen.getByRole('button')).toHaveTextContent(code)
  })

  it('does not ask while the job is unfinished, and says why', async () => {
    const createDownload = vi.fn(async () => grant)
    renderDownload(createDownload, buildExportJob({ status: 'processing' }))
    await press()
    expect(createDownload).not.toHaveBeenCalled()
    expect(screen.getByRole('button')).toHaveTextContent('not_ready')
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'http://files.example.test/report.zip',
    'http://[bad',
    '',
  ])('does not follow %s', async (url) => {
    const { sent } = watchFrames()
    renderDownload(async () => ({ ...grant, url }))
    await press()
    await pass(2_000)
    expect(sent).toEqual([])
    expect(screen.getByRole('button')).toHaveTextContent('bad_response')
  })

  it('never lets the link out in an error or an event, even when the client put it there', async () => {
    watchFrames()
    const { events, errors } = renderDownload(async () => {
      throw new Error(`Could not fetch ${SECRET}`)
    })
    await press()
    await pass(1)
    const told = [...events, ...errors].map((value) => JSON.stringify(value) + String(value))
    expect(told).toHaveLength(2)
    expect(told.join()).not.toContain('s3cr3t')
    expect(errors[0]?.cause).toBeUndefined()
  })
})
