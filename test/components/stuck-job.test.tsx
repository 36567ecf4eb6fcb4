import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { findOnlyRow } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

const STUCK = buildExportJob({
  id: 'exp-17',
  status: 'processing',
  reportType: 'vendor',
  createdAt: '2026-01-01T00:00:00Z',
  parameters: { region: 'north' },
})

async function open(options: Partial<Parameters<typeof createMemoryClient>[0]> = {}) {
  const client = createMemoryClient({ jobs: [STUCK], ...options })
  const view = renderWithProvider(<ExportHistoryTable />, { client })
  const row = await findOnlyRow()
  const hint = within(row).getByRole('button', { name: /^Taking longer than usual/ })
  await view.user.click(hint)
  const panel = within(
    await screen.findByRole('dialog', {
      name: 'Taking longer than usual: what to do about Vendor',
    }),
  )
  return { client, hint, panel, ...view }
}

describe('the hint at a job that takes longer than usual', () => {
  it('opens what can be done about it', async () => {
    const { panel, hint } = await open()
    expect(hint).toHaveAttribute('aria-expanded', 'true')
    expect(panel.getByText(/^It may still finish by itself/)).toBeVisible()
    expect(await panel.findByRole('button', { name: /^Cancel/ })).toBeVisible()
    expect(panel.getByRole('button', { name: /^Run again/ })).toBeVisible()
    expect(panel.queryByRole('button', { name: /^Retry/ })).toBeNull()
    expect(panel.queryByRole('button', { name: /^Delete/ })).toBeNull()
  })

  it('cancels the job, and gives the focus back', async () => {
    const { client, panel, hint, user } = await open()
    await user.click(await panel.findByRole('button', { name: /^Cancel/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(client.calls.filter(({ method }) => method === 'cancelJob')).toMatchObject([
      { args: ['exp-17'] },
    ])
    expect(hint).toHaveFocus()
  })

  it('runs the job again', async () => {
    const { client, panel, user } = await open()
    await user.click(await panel.findByRole('button', { name: /^Run again/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(client.calls.map(({ method }) => method)).toContain('createJob')
  })

  it('copies the reference for support', async () => {
    const { panel, user } = await open()
    expect(panel.getByText('exp-17')).toBeVisible()
    await user.click(panel.getByRole('button', { name: 'Copy' }))
    expect(await panel.findByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('exp-17')
  })

  it('gives the reference where the backend can do nothing', async () => {
    const { panel } = await open({ methods: [] })
    expect(panel.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Copy'])
  })

  it('closes at Escape, and gives the focus back', async () => {
    const { hint, user } = await open()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(hint).toHaveFocus()
  })

  it('keeps nobody out', async () => {
    const { panel } = await open()
    await panel.findByRole('button', { name: /^Cancel/ })
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })
})
