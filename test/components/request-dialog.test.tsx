import { screen } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { ExportRequestDialog } from '../../src/components/request-dialog/ExportRequestDialog.js'
import type { ExportJobsClient } from '../../src/core/client.js'
import type { ReportType } from '../../src/core/report-types.js'
import { renderWithProvider } from '../support/render-with-provider.js'
import { createScriptedClient } from '../support/scripted-client.js'

const report: ReportType = {
  id: 'people',
  label: 'People',
  formats: ['csv', 'json'],
  fields: [{ id: 'note', kind: 'text', label: 'Note' }],
}

const createJob = vi.fn<NonNullable<ExportJobsClient['createJob']>>(async () => ({
  kind: 'job',
  job: buildExportJob({ id: '4' }),
}))

function Page(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        New Export
      </button>
      <ExportRequestDialog open={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

async function open() {
  const view = renderWithProvider(<Page />, {
    userKey: 'ann',
    reportTypes: [report],
    client: createScriptedClient({ createJob }),
  })
  const press = () => view.user.click(screen.getByRole('button', { name: 'New Export' }))
  await press()
  await screen.findByRole('form')
  return { ...view, press }
}

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  createJob.mockClear()
})

describe('the dialog', () => {
  it('asks for an export, tells that it has started, and stays', async () => {
    const { user } = await open()
    expect(screen.getByRole('dialog', { name: 'New export' })).toBeVisible()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'JSON')
    await user.click(screen.getByRole('button', { name: 'Export' }))
    expect(await screen.findByText('The export has started.')).toBeVisible()
    expect(createJob.mock.calls[0]?.[0]).toMatchObject({ fileFormat: 'json' })
  })

  it.each(['{Escape}', 'Close'])('closes by %s and gives the focus back', async (way) => {
    const { user } = await open()
    if (way === 'Close') await user.click(screen.getByRole('button', { name: 'Close' }))
    else await user.keyboard(way)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByRole('button', { name: 'New Export' })).toHaveFocus()
  })

  it('keeps what was typed for the next time', async () => {
    const { user, press } = await open()
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Half')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await press()
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Half')
  })
})
