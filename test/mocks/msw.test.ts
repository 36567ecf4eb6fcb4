import { setupServer } from 'msw/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createExportBackend } from '../../mocks/index.js'
import { createExportHandlers, type ExportHandlersOptions } from '../../mocks/msw.js'
import { addCompleted, creation } from './helpers.js'

const API = 'http://shop.test/api'
const server = setupServer()

beforeEach(() => server.listen())
afterEach(() => {
  server.resetHandlers()
  server.close()
})

function serve(options: Partial<ExportHandlersOptions> = {}) {
  const backend = createExportBackend()
  server.use(...createExportHandlers({ backend, baseUrl: API, ...options }))
  return backend
}

async function grantFor(id: string): Promise<{ download_url: string }> {
  const response = await fetch(`${API}/export-jobs/${id}/download?company_id=7`)
  return JSON.parse(await response.text())
}

describe('MSW', () => {
  it('answers the list and makes jobs', async () => {
    const backend = serve()
    const made = await fetch(`${API}/export-jobs`, creation())
    expect(made.status).toBe(201)
    const list = await fetch(`${API}/export-jobs?company_id=7`)
    expect(await list.json()).toMatchObject({ total: 1, results: [{ status: 'pending' }] })
    expect(backend.log.map(({ operation }) => operation)).toEqual(['create', 'list'])
  })

  it('serves signed links, and refuses them when they are dead', async () => {
    const backend = serve()
    const { id } = addCompleted(backend)
    const { download_url } = await grantFor(id)
    const address = new URL(download_url, API)
    const file = await fetch(address)
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect((await file.arrayBuffer()).byteLength).toBe(Number(file.headers.get('Content-Length')))
    backend.clock.advance(3_600_000)
    expect((await fetch(address)).status).toBe(403)
  })

  it('serves files from another origin', async () => {
    const backend = serve({ filesBase: 'https://store.test/bucket' })
    const { id } = addCompleted(backend)
    const { download_url } = await grantFor(id)
    expect(download_url).toMatch(/^https:\/\/store\.test\/bucket\/7\//)
    expect((await fetch(download_url)).status).toBe(200)
  })

  it('breaks the connection for a network fault', async () => {
    const backend = serve()
    backend.faults.add({ networkError: 'before' })
    await expect(fetch(`${API}/export-jobs?company_id=7`)).rejects.toThrow(TypeError)
  })

  it('ends a wait when the page gives up', async () => {
    serve({ latencyMs: 60_000 })
    const signal = AbortSignal.timeout(20)
    const asked = fetch(`${API}/export-jobs?company_id=7`, { signal })
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('answers 304 for a known tag', async () => {
    serve()
    const first = await fetch(`${API}/export-jobs?company_id=7`)
    const headers = { 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await fetch(`${API}/export-jobs?company_id=7`, { headers })).status).toBe(304)
  })
})

describe('delivery by blob', () => {
  it('hands out a blob with the file in it', async () => {
    const backend = serve({ delivery: 'blob' })
    const { id } = addCompleted(backend)
    const { download_url } = await grantFor(id)
    expect(download_url).toMatch(/^blob:/)
    const blob = await (await fetch(download_url)).blob()
    expect(blob.type).toBe('application/zip')
    const { bytes } = await backend.readFile(id, { packaging: 'zip' })
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes)
  })

  it('revokes it when the grant expires', async () => {
    const revoke = vi.spyOn(URL, 'revokeObjectURL')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const backend = serve({ delivery: 'blob' })
      const { id } = addCompleted(backend)
      const { download_url } = await grantFor(id)
      vi.advanceTimersByTime(3_599_999)
      expect(revoke).not.toHaveBeenCalled()
      vi.advanceTimersByTime(1)
      expect(revoke).toHaveBeenCalledWith(download_url)
    } finally {
      vi.useRealTimers()
      revoke.mockRestore()
    }
  })

  it('is dead at once when a fault says so', async () => {
    const backend = serve({ delivery: 'blob' })
    const { id } = addCompleted(backend)
    backend.faults.add({ linkLifetimeSeconds: -1 })
    const { download_url } = await grantFor(id)
    await expect(fetch(download_url)).rejects.toThrow()
  })
})
