import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJobs, buildJobPage } from '../../mocks/builders.js'
import { createMemoryClient, type MemoryClient } from '../../src/clients/memory.js'
import { fromLocalDate, toLocalDate } from '../../src/components/created-range/local-date.js'
import { RANGE_PRESETS } from '../../src/components/created-range/presets.js'
import { weekStart } from '../../src/components/created-range/week-start.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import type { JobListQuery } from '../../src/core/list-query.js'
import { findRows, toolbar } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

async function open(defaults = {}) {
  // its clock shows the 23rd, whatever this machine's does
  const client = createMemoryClient({
    jobs: buildExportJobs(3),
    now: () => Date.parse('2026-11-23T23:30:00Z'),
  })
  const view = renderWithProvider(<ExportHistoryTable defaults={{ filters: defaults }} />, {
    client,
    timeZone: 'Europe/Paris',
  })
  await screen.findByRole('table')
  await view.user.click(toolbar().getByRole('button', { name: /^Created(: Since Nov 3, 2026)?$/ }))
  const panel = within(await screen.findByRole('dialog', { name: 'Created' }))
  return { ...view, client, panel }
}

const rangeAsked = (client: MemoryClient) => {
  const query = client.calls.at(-1)?.args[0] as JobListQuery
  return [query.filters.createdFrom, query.filters.createdTo]
}

describe('the created range', () => {
  it.each([
    ['Today', '2026-11-24', '2026-11-24'],
    ['Last 7 days', '2026-11-18', '2026-11-24'],
    ['Last 30 days', '2026-10-26', '2026-11-24'],
    ['This month', '2026-11-01', '2026-11-24'],
  ])('takes %s over at a press, counted in the zone of the page', async (name, from, to) => {
    const { user, client, panel } = await open()
    await user.click(panel.getByRole('button', { name }))
    await waitFor(() => expect(rangeAsked(client)).toEqual([from, to]))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is typed in two fields and shown on the button once applied', async () => {
    const { user, client, panel } = await open()
    fireEvent.change(panel.getByLabelText('From'), { target: { value: '2026-11-03' } })
    fireEvent.change(panel.getByLabelText('To'), { target: { value: '2026-11-19' } })
    const before = client.calls.length
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(rangeAsked(client)).toEqual(['2026-11-03', '2026-11-19']))
    expect(client.calls.length).toBe(before + 1)
    const button = toolbar().getByRole('button', { name: 'Created: Nov 3 – 19, 2026' })
    expect(button).toHaveFocus()
  })

  it('is not taken over while it ends before it begins', async () => {
    const { user, client, panel } = await open()
    fireEvent.change(panel.getByLabelText('From'), { target: { value: '2026-11-19' } })
    fireEvent.change(panel.getByLabelText('To'), { target: { value: '2026-11-03' } })
    expect(panel.getByRole('alert')).toHaveTextContent('The last day lies before the first.')
    const before = client.calls.length
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    expect(client.calls.length).toBe(before)
    expect(screen.getByRole('dialog')).toBeVisible()
  })

  it('is chosen in a calendar that comes when it first opens', async () => {
    const { user, client, panel } = await open({ createdFrom: '2026-11-03' })
    const grid = within(await panel.findByRole('grid', { name: 'November 2026' }))
    await user.click(grid.getByRole('button', { name: '19, Thursday, November 19, 2026' }))
    expect(panel.getByLabelText('To')).toHaveValue('2026-11-19')
    await user.click(panel.getByRole('button', { name: 'Apply' }))
    await waitFor(() => expect(rangeAsked(client)).toEqual(['2026-11-03', '2026-11-19']))
  })

  it('says in which zone its days are', async () => {
    const { panel } = await open()
    expect(panel.getByText('Days in Central European Time')).toBeVisible()
  })

  it('is taken away by Clear', async () => {
    const { user, client, panel } = await open({ createdFrom: '2026-11-03' })
    await user.click(panel.getByRole('button', { name: 'Clear' }))
    await waitFor(() => expect(rangeAsked(client)).toEqual([null, null]))
  })

  it('is absent where the backend has only one end of it', async () => {
    const client = createScriptedClient()
    const capabilities = { ...client.capabilities, filters: ['statuses', 'createdFrom'] as const }
    renderWithProvider(<ExportHistoryTable />, { client: { ...client, capabilities } })
    client.next().answer(buildJobPage(buildExportJobs(1)))
    await findRows()
    expect(toolbar().queryByRole('button', { name: 'Created' })).toBeNull()
  })
})

describe('the days of the calendar', () => {
  it.each(['2026-01-01', '2024-02-29', '0099-12-31', '9999-12-31'])('keep %s as it is', (date) => {
    expect(fromLocalDate(toLocalDate(date))).toBe(date)
  })

  it.each([
    ['en', 0],
    ['de', 1],
    ['ar-EG', 6],
  ])('begin in %s with day %i', (locale, day) => {
    expect(weekStart(locale)).toBe(day)
  })

  it.each([
    ['en', 0],
    ['en-GB', 1],
    ['de', 1],
    ['pt-BR', 0],
    ['ja', 0],
    ['zh-CN', 1],
    ['ar', 6],
  ])('begin in %s with day %i even where the browser does not tell', (locale, day) => {
    const { prototype } = Intl.Locale
    const told = ['getWeekInfo', 'weekInfo'].map(
      (name) => [name, Object.getOwnPropertyDescriptor(prototype, name)] as const,
    )
    try {
      for (const [name] of told) Reflect.deleteProperty(prototype, name)
      expect(weekStart(locale)).toBe(day)
    } finally {
      for (const [name, kept] of told) {
        if (kept !== undefined) Object.defineProperty(prototype, name, kept)
      }
    }
  })

  it('of the ready ranges go over the ends of months and years', () => {
    expect(RANGE_PRESETS.map(({ from }) => from('2027-01-02'))).toEqual([
      '2027-01-02',
      '2026-12-27',
      '2026-12-04',
      '2027-01-01',
    ])
  })
})
