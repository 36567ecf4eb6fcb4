import { createServer, get, type IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  createExportBackend,
  createExportHandler,
  type ExportHandlerOptions,
} from '../../mocks/index.js'
import { createNodeMiddleware, type ExportServer, startExportServer } from '../../mocks/node.js'
import { addCompleted, creation } from './helpers.js'

const running: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(options: Partial<ExportHandlerOptions> = {}) {
  const backend = createExportBackend()
  const server: ExportServer = await startExportServer({ backend, ...options })
  running.push(server)
  return { backend, origin: server.origin, list: `${server.origin}/api/export-jobs?company_id=7` }
}

describe('over real HTTP', () => {
  it('makes a job, lists it and gives its file', async () => {
    const { backend, origin, list } = await start()
    const made = await fetch(`${origin}/api/export-jobs`, creation({ name: 'Größe 東京' }))
    expect(made.status).toBe(201)
    backend.clock.advance(3_600_000)
    const { results }: { results: { id: number; name: string }[] } = JSON.parse(
      await (await fetch(list)).text(),
    )
    expect(results).toMatchObject([{ name: 'Größe 東京', status: 'completed' }])
    const granted = await fetch(`${origin}/api/export-jobs/${results[0]?.id}/download?company_id=7`)
    const { download_url }: { download_url: string } = JSON.parse(await granted.text())
    const file = await fetch(new URL(download_url, origin))
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(bytes.byteLength).toBe(Number(file.headers.get('Content-Length')))
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4])
    expect(file.headers.get('Content-Disposition')).toContain("filename*=UTF-8''Gr%C3%B6")
  })

  it("sends the backend's time instead of the machine's", async () => {
    const { list } = await start()
    expect((await fetch(list)).headers.get('Date')).toBe('Mon, 23 Nov 2026 09:00:00 GMT')
  })

  it('answers 304 and HEAD without a body', async () => {
    const { list } = await start()
    const etag = (await fetch(list)).headers.get('ETag') ?? ''
    const known = await fetch(list, { headers: { 'If-None-Match': etag } })
    expect([known.status, await known.text()]).toEqual([304, ''])
    const head = await fetch(list, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('removes a job with an empty 204', async () => {
    const { backend, origin } = await start()
    const { id } = addCompleted(backend)
    const gone = await fetch(`${origin}/api/export-jobs/${id}?company_id=7`, { method: 'DELETE' })
    expect([gone.status, await gone.text()]).toEqual([204, ''])
  })

  it('destroys the connection for a network fault', async () => {
    const { backend, list } = await start()
    backend.faults.add({ networkError: 'before' })
    await expect(fetch(list)).rejects.toThrow(TypeError)
    expect((await fetch(list)).status).toBe(200)
  })

  it('says 404 for other addresses', async () => {
    const { origin } = await start()
    expect((await fetch(`${origin}/elsewhere`)).status).toBe(404)
  })

  it('closes with connections still open', async () => {
    const backend = createExportBackend()
    const server = await startExportServer({ backend, latencyMs: 60_000 })
    const asked = fetch(`${server.origin}/api/export-jobs?company_id=7`)
    const failure = expect(asked).rejects.toThrow()
    await vi.waitFor(() => expect(backend.log).toHaveLength(1))
    await server.close()
    await failure
  })
})

describe('a client that goes away', () => {
  it('ends the wait for its answer, with nothing done', async () => {
    const backend = createExportBackend()
    const handler = createExportHandler({ backend, latencyMs: 60_000 })
    const failures: unknown[] = []
    const watched = {
      ...handler,
      fetch: (request: Request) =>
        handler.fetch(request).catch((error: unknown) => {
          failures.push(error)
          throw error
        }),
    }
    const middleware = createNodeMiddleware(watched)
    const http = createServer((request, response) => middleware(request, response, () => undefined))
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    running.push({ close: () => new Promise((resolve) => http.close(() => resolve())) })
    const address = http.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const stop = new AbortController()
    const asked = fetch(`http://127.0.0.1:${port}/api/export-jobs`, {
      ...creation(),
      signal: stop.signal,
    })
    const failure = expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    await vi.waitFor(() => expect(backend.log).toHaveLength(1))
    stop.abort()
    await failure
    await vi.waitFor(() => expect(failures).toMatchObject([{ name: 'AbortError' }]))
    expect(backend.changes).toBe(0)
  })

  it('breaks off the file that it was reading', async () => {
    const pace = { chunkBytes: 200, chunkDelayMs: 5 }
    const { backend, origin, list } = await start({ filePace: pace })
    const { id } = addCompleted(backend, { totalRows: 3_000 })
    const grant = backend.grant(id, { packaging: 'zip' })
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${origin}/files${grant.path}?${grant.query}`, resolve).on('error', reject)
    })
    let received = 0
    await new Promise<void>((resolve) => {
      incoming.on('data', (chunk: Buffer) => {
        received += chunk.byteLength
        incoming.destroy()
      })
      incoming.on('close', resolve)
      incoming.on('error', () => undefined)
    })
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(Number(incoming.headers['content-length']))
    expect((await fetch(list)).status).toBe(200)
  })
})

describe('the middleware in a host', () => {
  it('passes other addresses on, and sees through a mount path', async () => {
    const backend = createExportBackend()
    const middleware = createNodeMiddleware(createExportHandler({ backend }))
    const http = createServer((request, response) => {
      // What connect does for `use('/api', middleware)`.
      const original = request.url ?? '/'
      if (original.startsWith('/api')) {
        Object.assign(request, { originalUrl: original, url: original.slice(4) })
      }
      middleware(request, response, () => response.end('the host'))
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    running.push({
      close: () =>
        new Promise((resolve) => {
          http.close(() => resolve())
          http.closeAllConnections()
        }),
    })
    const address = http.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const at = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(await at('/page')).toBe('the host')
    expect(await at('/api/export-jobs?company_id=7')).toContain('"total":0')
  })
})
