import { describe, expect, it } from 'vitest'
import { createExportBackend, createExportHandler, createFetch } from '../../mocks/index.js'
import { readCsv } from '../support/read-files.js'

const OCTOBER = 'company_id=7&date_from=2026-10-01&date_to=2026-10-31'

function setUp() {
  const backend = createExportBackend({ plan: { rows: 37 } })
  const fetch = createFetch(createExportHandler({ backend }))
  return { backend, get: (path: string) => fetch(`http://localhost/api${path}`) }
}

describe('a report that is downloaded directly', () => {
  it('comes back at once as an attachment, and leaves no job behind', async () => {
    const { backend, get } = setUp()
    const response = await get(`/reports/vendor/file?${OCTOBER}&file_format=csv`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Disposition')).toContain('attachment')
    const { rows } = readCsv(new Uint8Array(await response.arrayBuffer()))
    expect(rows).toHaveLength(37)
    expect(backend.list({ companyId: '7' }).total).toBe(0)
  })

  it('is refused with the wrong format and without access', async () => {
    const { backend, get } = setUp()
    expect((await get(`/reports/vendor/file?${OCTOBER}&file_format=gif`)).status).toBe(422)
    backend.permissions.deny('7')
    expect((await get(`/reports/vendor/file?${OCTOBER}&file_format=csv`)).status).toBe(403)
  })
})
