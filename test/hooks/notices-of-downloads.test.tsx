import { act, render, screen } from '@testing-library/react'
import { useContext, useEffect } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import type { ExportJob } from '../../src/core/job.js'
import { useExportDownload } from '../../src/hooks/useExportDownload.js'
import { useExportNoticeCounts } from '../../src/hooks/useExportNotifications.js'
import { NoticeCenterContext } from '../../src/notices/notice-center-context.js'
import { ExportJobsProvider } from '../../src/provider/ExportJobsProvider.js'
import { createScriptedClient } from '../support/scripted-client.js'
import { type WatchedFrames, watchFrames } from '../support/watch-frames.js'

const fileOf = (id: string) => ({ id, name: id, size: null, contentType: null, checksum: null })
const job = buildExportJob({ id: '1', files: [fileOf('a'), fileOf('b')] })

function Download({ job, fileId }: { job: ExportJob; fileId?: string }) {
  const { download } = useExportDownload(job, { ...(fileId !== undefined && { fileId }) })
  return (
    <button type="button" onClick={download}>
      Download {fileId ?? 'all'}
    </button>
  )
}

/** Somebody asked for the job, and it has ended. */
function Page() {
  const center = useContext(NoticeCenterContext)
  useEffect(() => center?.watch(job), [center])
  const { notDownloaded } = useExportNoticeCounts()
  return <output>{notDownloaded} to fetch</output>
}

let frames: WatchedFrames
beforeEach(() => {
  vi.useFakeTimers()
  frames = watchFrames()
  render(
    <ExportJobsProvider
      client={createScriptedClient({
        createDownload: async () => ({
          url: 'https://files.example.test/report.zip?signature=s3cr3t',
          filename: null,
          expiresAt: null,
        }),
      })}
      urlState="memory"
    >
      <Page />
      <Download job={job} />
      <Download job={job} fileId="a" />
      <Download job={job} fileId="b" />
    </ExportJobsProvider>,
  )
})
afterEach(() => {
  frames.restore()
  vi.useRealTimers()
})

const toFetch = () => screen.getByRole('status').textContent
async function download(name: string): Promise<void> {
  await act(async () => screen.getByRole('button', { name: `Download ${name}` }).click())
  await act(() => vi.advanceTimersByTimeAsync(2_000))
}

/** Storage refuses the link, and the one that is asked for then. */
async function refuseTwice(): Promise<void> {
  await frames.refuse()
  await frames.refuse()
  await act(() => vi.advanceTimersByTimeAsync(1))
}

describe('a file that is ready', () => {
  it('counts until it is fetched', async () => {
    expect(toFetch()).toBe('1 to fetch')
    await download('all')
    expect(toFetch()).toBe('0 to fetch')
  })

  it('counts again when storage refuses it after the start', async () => {
    await download('all')
    await refuseTwice()
    expect(toFetch()).toBe('1 to fetch')
  })

  it('stays fetched when storage refuses it the next time', async () => {
    await download('all')
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    await download('all')
    await refuseTwice()
    expect(toFetch()).toBe('0 to fetch')
  })

  it('counts until each of several files is fetched', async () => {
    await download('a')
    expect(toFetch()).toBe('1 to fetch')
    await download('b')
    expect(toFetch()).toBe('0 to fetch')
  })

  it('counts again when one of several is refused after the start', async () => {
    await download('a')
    await download('b')
    await refuseTwice()
    expect(toFetch()).toBe('1 to fetch')
  })
})
