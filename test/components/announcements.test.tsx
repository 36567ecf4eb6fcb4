import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { ExportJobsError } from '../../src/core/errors.js'
import type { ExportStatus } from '../../src/core/status.js'
import { bodyRows, findRows, findTable, sortButton, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

let observer: MutationObserver | undefined
afterEach(() => observer?.disconnect())

/** Hears from now on what a screen reader is told: each text that comes into a live region. */
function listen(): readonly string[] {
  const heard: string[] = []
  const regionOf = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest(
      '[role="status"], [role="alert"]',
    )
  observer = new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') {
        if (regionOf(target)) heard.push(target.textContent ?? '')
      } else if (regionOf(target)) {
        for (const node of addedNodes) heard.push(node.textContent ?? '')
      }
    }
  })
  observer.observe(document.body, { childList: true, characterData: true, subtree: true })
  return heard
}

const rowsOf = (...statuses: readonly ExportStatus[]) =>
  buildJobPage(
    statuses.map((status, index) =>
      buildExportJob({ id: String(index), status, name: `Job ${index}` }),
    ),
  )

/** Opens the history with exports in these statuses. */
async function open(...statuses: readonly ExportStatus[]) {
  const client = createScriptedClient()
  const view = renderWithProvider(<ExportHistoryTable />, { client, polling: { mode: 'off' } })
  client.next().answer(rowsOf(...statuses))
  await findRows()
  const refresh = () => view.user.click(toolbar().getByRole('button', { name: 'Refresh' }))
  return { ...view, client, refresh }
}

describe('a screen reader is told', () => {
  it('of several changes and a refresh in one sentence, once', async () => {
    const { client, refresh } = await open('processing', 'processing', 'pending')
    const heard = listen()
    await refresh()
    client.next().answer(rowsOf('completed', 'completed', 'failed'))
    await screen.findByText('Failed')
    await waitFor(() =>
      expect(heard).toEqual(['2 exports completed, 1 export failed, The list is up to date']),
    )
  })

  it('nothing by an answer that brings nothing', async () => {
    const { client, refresh } = await open('processing')
    const heard = listen()
    await refresh()
    client.next().answer(rowsOf('processing'))
    await waitFor(() => expect(heard).toEqual(['The list is up to date']))
  })

  it('the same again after a second refresh, since it is news again', async () => {
    const { client, refresh } = await open('completed')
    const heard = listen()
    for (const times of [1, 2]) {
      await refresh()
      client.next().answer(rowsOf('completed'))
      await waitFor(() => expect(heard).toHaveLength(times))
    }
    expect(new Set(heard)).toEqual(new Set(['The list is up to date']))
  })

  it('of each refresh that fails in one sentence, and not of the reason as well', async () => {
    const { client, refresh } = await open('completed')
    const heard = listen()
    for (const _ of [1, 2]) {
      await refresh()
      client.next().refuse(new ExportJobsError('offline', { message: 'x' }))
      await act(async () => {})
    }
    await waitFor(() => expect(heard).toHaveLength(2))
    expect(heard).toEqual(['The list could not be refreshed', 'The list could not be refreshed'])
  })

  it('nothing of jobs that only came on screen with a page or a sort', async () => {
    const { client, user } = await open('completed', 'failed')
    const heard = listen()
    await user.click(sortButton('Status'))
    const others = rowsOf('completed', 'failed', 'pending', 'processing').jobs
    client.next().answer(buildJobPage([...others].reverse()))
    await waitFor(() => expect(bodyRows()).toHaveLength(4))
    expect(heard).toEqual([])
  })
})

describe('the table is busy', () => {
  it('while it loads and while another order is awaited, and a button while it refreshes', async () => {
    const client = createScriptedClient()
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    expect(await findTable()).toHaveAttribute('aria-busy', 'true')
    client.next().answer(buildJobPage(buildExportJobs(2)))
    await findRows()
    expect(await findTable()).not.toHaveAttribute('aria-busy')

    await user.click(sortButton('Status'))
    await waitFor(async () => expect(await findTable()).toHaveAttribute('aria-busy', 'true'))
    client.next().answer(buildJobPage(buildExportJobs(2)))
    await waitFor(async () => expect(await findTable()).not.toHaveAttribute('aria-busy'))

    const button = toolbar().getByRole('button', { name: 'Refresh' })
    await user.click(button)
    expect(button).toHaveAttribute('aria-busy', 'true')
    // the rows can still be read and used
    expect(await findTable()).not.toHaveAttribute('aria-busy')
    client.next().answer(buildJobPage(buildExportJobs(2)))
    await waitFor(() => expect(button).not.toHaveAttribute('aria-busy'))
    expect(within(document.body).getAllByRole('row')).toHaveLength(3)
    expect(screen.queryByText('Loading exports')).toBeNull()
  })
})
