import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildExportJob } from '../../mocks/index.js'
import { createMemoryClient } from '../../src/clients/memory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import { EXPORT_JOBS_ERROR_CODES, ExportJobsError } from '../../src/core/errors.js'
import { en } from '../../src/labels/en.js'
import { findOnlyRow } from '../support/elements.js'
import { renderWithProvider } from '../support/render-with-provider.js'

// An aborted request was given up by the caller; nothing was refused to the person.
const CODES = EXPORT_JOBS_ERROR_CODES.filter((code) => code !== 'aborted' && code !== 'invalid')

describe("the table's Download cell", () => {
  it.each(CODES)('tells the refusal %s in its own words', async (code) => {
    const client = createMemoryClient({ jobs: [buildExportJob({ status: 'completed' })] })
    client.failNext('createDownload', new ExportJobsError(code, { message: 'No.' }))
    const { user } = renderWithProvider(<ExportHistoryTable />, { client })
    const row = await findOnlyRow()
    await user.click(within(row).getByRole('button', { name: /^Download/ }))
    const popUp = await screen.findByRole('article', { name: 'Failed to download' })
    expect(popUp).toHaveTextContent(en.popUp.errors[code as keyof typeof en.popUp.errors])
  })
})
