import '../../src/styles/index.css'
import { cleanup, configure, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import type { ExportStatus } from '../../src/core/status.js'
import { findRows, pager, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

const STATUSES: readonly ExportStatus[] = ['completed', 'failed', 'processing', 'pending']
const full = (progress = 0.42) =>
  buildExportJobs(20, (index) => {
    const status = STATUSES[index % 4]
    return status === 'processing' ? { status, progress } : { status }
  })

/** Adds up what moves without an action of the person, as Chromium counts it. */
function watchShifts() {
  let sum = 0
  const add = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) {
      if (!('value' in entry) || !('hadRecentInput' in entry)) continue
      if (typeof entry.value === 'number' && entry.hadRecentInput === false) sum += entry.value
    }
  }
  const observer = new PerformanceObserver((list) => add(list.getEntries()))
  observer.observe({ type: 'layout-shift' })
  return {
    /** The sum so far, once what has changed is painted. */
    async total() {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
      add(observer.takeRecords())
      return sum
    },
    stop: () => observer.disconnect(),
  }
}

/** The whole page with the host's words below it, before its list has come. */
function open() {
  const client = createScriptedClient()
  renderWithProvider(
    <>
      <ExportHistory />
      <footer>The host's footer</footer>
    </>,
    { client, polling: { mode: 'off' } },
  )
  return client
}

const footerTop = () => screen.getByText("The host's footer").getBoundingClientRect().top

describe.each([1_280, 360])('at %d pixels nothing moves', (width) => {
  it('when the first page comes', async () => {
    await page.viewport(width, 2_000)
    const client = open()
    const shifts = watchShifts()
    await shifts.total()
    client.next().answer(buildJobPage(full(), { total: 400 }))
    await findRows()
    expect(await shifts.total()).toBe(0)
    shifts.stop()
  })

  it('when a refreshed page comes', async () => {
    await page.viewport(width, 2_000)
    const client = open()
    client.next().answer(buildJobPage(full(), { total: 400 }))
    await findRows()
    await userEvent.click(toolbar().getByRole('button', { name: 'Refresh' }))
    const top = footerTop()
    const shifts = watchShifts()
    client.next().answer(buildJobPage(full(0.91), { total: 400 }))
    expect(await screen.findAllByText('91%')).toHaveLength(5)
    expect(await shifts.total()).toBe(0)
    expect(footerTop()).toBe(top)
    shifts.stop()
  })

  it('when fewer rows come than there was room for, until the next action', async () => {
    await page.viewport(width, 2_000)
    const client = open()
    const shifts = watchShifts()
    await shifts.total()
    const top = footerTop()
    client.next().answer(buildJobPage(full().slice(0, 3), { total: 43 }))
    await findRows()
    expect(await shifts.total()).toBe(0)
    expect(footerTop()).toBe(top)
    await userEvent.click(pager().getByRole('button', { name: 'Next page' }))
    await waitFor(() => expect(footerTop()).toBeLessThan(top))
    shifts.stop()
  })
})

describe('the watch itself', () => {
  it('sees what moves', async () => {
    await page.viewport(1_280, 900)
    open()
    const shifts = watchShifts()
    await shifts.total()
    const pusher = document.createElement('div')
    pusher.style.blockSize = '200px'
    document.body.prepend(pusher)
    await waitFor(async () => expect(await shifts.total()).toBeGreaterThan(0))
    pusher.remove()
    shifts.stop()
  })
})
