import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportPopUps } from '../../src/components/pop-ups/ExportPopUps.js'
import { en } from '../../src/labels/en.js'
import { renderWithProvider } from '../support/render-with-provider.js'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const FAILED = buildExportJob({ status: 'failed' })
const words = en.popUp.refusals.failed
const popUp = () => screen.queryByRole('article', { name: 'Failed to download' })
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function refuse(toastMs?: number | null) {
  vi.useFakeTimers()
  renderWithProvider(
    <>
      <ExportDownloadButton job={FAILED} unavailableAction="explain" />
      <ExportPopUps {...(toastMs === undefined ? {} : { toastMs })} />
    </>,
  )
  fireEvent.click(screen.getByRole('button', { name: /^Download/ }))
  await pass(0)
}

describe('the "Failed to download" pop-up', () => {
  it('says why, and is told through a live region that was there before', async () => {
    vi.useFakeTimers()
    renderWithProvider(
      <>
        <ExportDownloadButton job={FAILED} unavailableAction="explain" />
        <ExportPopUps />
      </>,
    )
    const region = screen.getByRole('alert')
    expect(region).toBeEmptyDOMElement()
    fireEvent.click(screen.getByRole('button', { name: /^Download/ }))
    await pass(0)
    expect(region).toHaveTextContent(`Failed to download. ${words}`)
    expect(within(popUp() ?? document.body).getByText(words)).toBeVisible()
  })

  it('goes by itself after five seconds', async () => {
    await refuse()
    await pass(4_999)
    expect(popUp()).toBeVisible()
    await pass(1)
    expect(popUp()).toBeNull()
  })

  it('goes at a press on its close button', async () => {
    await refuse()
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(popUp()).toBeNull()
  })

  it('stays for as long as the host says', async () => {
    await refuse(60_000)
    await pass(59_999)
    expect(popUp()).toBeVisible()
    await pass(1)
    expect(popUp()).toBeNull()
  })

  it('stays for ever when the host says null', async () => {
    await refuse(null)
    await pass(3_600_000)
    expect(popUp()).toBeVisible()
  })

  it('is held while the pointer is on it, and begins anew afterwards', async () => {
    await refuse()
    const card = popUp() ?? document.body
    await pass(4_000)
    fireEvent.pointerEnter(card)
    await pass(60_000)
    expect(popUp()).toBeVisible()
    fireEvent.pointerLeave(card)
    await pass(4_999)
    expect(popUp()).toBeVisible()
    await pass(1)
    expect(popUp()).toBeNull()
  })

  it('is not pushed out by newer ones while the pointer is on it', async () => {
    const jobs = ['1', '2', '3', '4', '5'].map((id) =>
      buildExportJob({ id, name: `Export ${id}`, status: 'failed' }),
    )
    const { user } = renderWithProvider(
      <>
        {jobs.map((job) => (
          <ExportDownloadButton key={job.id} job={job} unavailableAction="explain" />
        ))}
        <ExportPopUps toastMs={null} />
      </>,
    )
    const refuse = (id: string) =>
      user.click(screen.getByRole('button', { name: new RegExp(`Export ${id}`) }))
    const told = () => screen.getAllByRole('article').map(({ textContent }) => textContent)
    await refuse('1')
    fireEvent.pointerEnter(screen.getByRole('article'))
    for (const id of ['2', '3', '4', '5']) await refuse(id)
    expect(told()).toEqual(['1', '4', '5'].map((id) => expect.stringContaining(`Export ${id}`)))
  })

  it('is held while the focus is in it', async () => {
    await refuse()
    act(() => screen.getByRole('button', { name: 'Close' }).focus())
    await pass(60_000)
    expect(popUp()).toBeVisible()
  })

  it('is held while nobody sees the page', async () => {
    await refuse()
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    fireEvent(document, new Event('visibilitychange'))
    await pass(60_000)
    expect(popUp()).toBeVisible()
    visibility.mockReturnValue('visible')
    fireEvent(document, new Event('visibilitychange'))
    await pass(5_000)
    expect(popUp()).toBeNull()
  })

  it('has different words for every refusal of a download', () => {
    const codes = ['not_ready', 'no_file', 'gone', 'forbidden', 'unavailable'] as const
    expect(new Set(codes.map((code) => en.popUp.errors[code])).size).toBe(codes.length)
  })

  it("shows the backend's own reason as text", async () => {
    const job = buildExportJob({ allowedActions: { download: { reason: 'On <i>legal</i> hold' } } })
    const { user } = renderWithProvider(
      <>
        <ExportDownloadButton job={job} unavailableAction="explain" />
        <ExportPopUps />
      </>,
    )
    await user.click(screen.getByRole('button', { name: /^Download/ }))
    await waitFor(() => expect(popUp()).toBeVisible())
    expect(within(popUp() ?? document.body).getByText('On <i>legal</i> hold')).toBeVisible()
  })

  it('shows once, however many outlets there are', async () => {
    const { user } = renderWithProvider(
      <>
        <ExportDownloadButton job={FAILED} unavailableAction="explain" />
        <ExportPopUps />
        <ExportPopUps />
      </>,
    )
    await user.click(screen.getByRole('button', { name: /^Download/ }))
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(1))
  })
})

describe('the Download button', () => {
  it('is busy while a link is asked for', async () => {
    const client = createMemoryClient({ jobs: [buildExportJob()] })
    const release = client.hold('createDownload')
    client.failNext('createDownload', 'gone')
    const { user } = renderWithProvider(<ExportDownloadButton job={buildExportJob()} />, { client })
    const button = screen.getByRole('button', { name: /^Download/ })
    await user.click(button)
    expect(button).toHaveAttribute('aria-busy', 'true')
    release()
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'))
  })

  it('is stopped by a host that prevents the press', async () => {
    const client = createMemoryClient()
    const { user } = renderWithProvider(
      <ExportDownloadButton job={buildExportJob()} onClick={(event) => event.preventDefault()} />,
      { client },
    )
    await user.click(screen.getByRole('button', { name: /^Download/ }))
    expect(client.calls).toEqual([])
  })

  it('says why it does nothing', async () => {
    const client = createMemoryClient()
    const { user } = renderWithProvider(
      <ExportDownloadButton job={FAILED} unavailableAction="disable" />,
      { client },
    )
    const button = screen.getByRole('button', { name: /^Download/ })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(words)
    await user.click(button)
    expect(client.calls).toEqual([])
  })

  it('keeps its name when it is an icon', () => {
    renderWithProvider(<ExportDownloadButton job={buildExportJob()} variant="icon" />)
    const button = screen.getByRole('button', {
      name: 'Download Delivery location, Oct 1 – 31, 2026',
    })
    expect(button).toHaveTextContent('')
  })
})
