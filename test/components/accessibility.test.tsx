import { screen } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { buildExportJob, buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { ExportJobsError } from '../../src/core/errors.js'
import { EXPORT_STATUSES } from '../../src/core/status.js'
import { findRows, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

/** jsdom lays nothing out, so colours and sizes are judged in a real browser. */
async function problems(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const JOBS = buildExportJobs(16, (index) => ({
  status: EXPORT_STATUSES[index % EXPORT_STATUSES.length] ?? 'pending',
}))

function open(allowed = true) {
  const client = createScriptedClient()
  const view = renderWithProvider(<ExportHistory table={{ unavailableAction: 'explain' }} />, {
    client,
    can: () => allowed,
  })
  return { client, ...view }
}

describe('nobody is kept out', () => {
  it('while the list loads', async () => {
    open()
    expect(await problems()).toEqual([])
  })

  it('by the rows in any status', async () => {
    const { client } = open()
    client.next().answer(buildJobPage(JOBS, { total: 400 }))
    await findRows()
    expect(await problems()).toEqual([])
  })

  it('by an empty list', async () => {
    const { client } = open()
    client.next().answer(buildJobPage([]))
    await screen.findByText('No exports yet')
    expect(await problems()).toEqual([])
  })

  it('by a failure', async () => {
    const { client } = open()
    client.next().refuse(new ExportJobsError('unavailable', { message: 'x', reference: 'r-1' }))
    await screen.findByText('r-1')
    expect(await problems()).toEqual([])
  })

  it('by a refusal', async () => {
    open(false)
    await screen.findByText('You do not have access to these exports')
    expect(await problems()).toEqual([])
  })

  it('by an open filter', async () => {
    const { client, user } = open()
    client.next().answer(buildJobPage(JOBS))
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Status' }))
    expect(await problems()).toEqual([])
  })

  it('by the calendar', async () => {
    const { client, user } = open()
    client.next().answer(buildJobPage(JOBS))
    await findRows()
    await user.click(toolbar().getByRole('button', { name: 'Created' }))
    await screen.findByRole('grid')
    expect(await problems()).toEqual([])
  })

  it('by a pop-up, nor by notes', async () => {
    const { client, user } = open()
    client.next().answer(
      buildJobPage([buildExportJob({ status: 'failed' })], {
        unreadable: [{ index: 1, id: null, path: 'results[1].id' }],
      }),
    )
    await findRows()
    await user.click(screen.getByRole('button', { name: /^Download Delivery/ }))
    await screen.findByRole('article', { name: 'Failed to download' })
    expect(await problems()).toEqual([])
  })
})
