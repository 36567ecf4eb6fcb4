import { describe, expect, it } from 'vitest'
import { addCompleted, apiOf, download, setUp } from './helpers.js'

const grantPath = (id: unknown) => `/export-jobs/${id}/download?company_id=7`

async function grantedLink() {
  const setup = setUp()
  const { id } = addCompleted(setup.backend)
  const { body } = await setup.api(grantPath(id))
  return { ...setup, id, link: body.download_url }
}

describe('a grant', () => {
  it('tells the link, its lifetime and the name of the ZIP', async () => {
    const { api, backend } = setUp()
    const { id } = addCompleted(backend)
    const { status, headers, body } = await api(grantPath(id))
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(body).toEqual({
      download_url: expect.stringMatching(
        /^\/files\/7\/1001\/file-1\?expires=\d+&signature=[\da-f]{64}$/,
      ),
      expires_in_seconds: 3600,
      filename: 'delivery_location_2026-10-01_2026-10-31.zip',
    })
  })

  it.each([
    [{ status: 'pending' }, 409, 'not_ready'],
    [{ status: 'processing' }, 409, 'not_ready'],
    [{ status: 'failed' }, 409, 'not_ready'],
    [{ status: 'completed', files: [] }, 404, 'no_file'],
    [{ status: 'completed', delivery: 'email' }, 404, 'no_file'],
    [{ status: 'completed', plan: { queueMs: 0, runMs: 0, hasFile: false } }, 404, 'no_file'],
    [{ status: 'expired' }, 410, 'gone'],
    [{ status: 'completed', fileExpiresAt: '2026-11-23T09:00:00Z' }, 410, 'gone'],
  ] as const)('is refused for %j', async (seed, status, code) => {
    const { api, backend } = setUp()
    const { id } = backend.addJob(seed)
    const refused = await api(grantPath(id))
    expect([refused.status, refused.body.code]).toEqual([status, code])
  })

  it('is refused for a file that the job does not have', async () => {
    const { api, backend } = setUp()
    const { id } = addCompleted(backend)
    expect((await api(`${grantPath(id)}&file_id=nope`)).body.code).toBe('no_file')
  })

  it('can point to another origin', async () => {
    const { api, backend } = setUp({}, { filesOrigin: 'https://files.example.com' })
    const { id } = addCompleted(backend)
    expect((await api(grantPath(id))).body.download_url).toMatch(
      /^https:\/\/files\.example\.com\/files\//,
    )
  })
})

describe('a signed link', () => {
  it('gives the file as an attachment', async () => {
    const { request, link } = await grantedLink()
    const response = await request(link)
    const bytes = await response.arrayBuffer()
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/zip')
    expect(response.headers.get('Content-Length')).toBe(String(bytes.byteLength))
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="delivery/)
    expect(response.headers.get('ETag')).toMatch(/^"[\da-f]+"$/)
  })

  it('works until its last second and not after it, on the clock of the backend', async () => {
    const { request, backend, link } = await grantedLink()
    backend.clock.advance(3_599_999)
    expect((await request(link)).status).toBe(200)
    backend.clock.advance(1)
    const refused = await request(link)
    expect(refused.status).toBe(403)
    expect(refused.headers.get('Content-Type')).toBe('application/xml')
    expect(await refused.text()).toContain(
      '<Code>AccessDenied</Code><Message>Request has expired</Message>',
    )
  })

  it.each([
    ['another signature', (link: string) => link.replace(/.$/, (end) => (end === '0' ? '1' : '0'))],
    ['a longer life', (link: string) => link.replace(/expires=\d+/, 'expires=99999999999')],
    ['no expiry', (link: string) => link.replace(/expires=\d+&/, '')],
    ['no signature', (link: string) => link.replace(/&signature=.*/, '')],
    ['a longer signature', (link: string) => `${link}0`],
    ['another file', (link: string) => link.replace('file-1', 'file-2')],
    ['another job', (link: string) => link.replace('/1001/', '/1002/')],
    ['another company', (link: string) => link.replace('/7/', '/8/')],
    ['no query', (link: string) => link.replace(/\?.*/, '')],
    ['an undecodable path', (link: string) => link.replace('file-1', '%E0%A4%A')],
  ])('with %s is refused like a store of objects does', async (_what, tamper) => {
    const { request, link } = await grantedLink()
    const refused = await request(tamper(link))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
  })

  it('is of no use to a backend with another secret', async () => {
    const { link } = await grantedLink()
    const other = setUp({ secret: 'other' })
    addCompleted(other.backend)
    expect((await other.request(link)).status).toBe(403)
  })

  it('leads nowhere once the job is removed', async () => {
    const { request, backend, id, link } = await grantedLink()
    backend.remove(id)
    const refused = await request(link)
    expect(refused.status).toBe(404)
    expect(await refused.text()).toContain('<Code>NoSuchKey</Code>')
  })

  it('still works for a person whose access was taken after the grant, as signed links do', async () => {
    const { request, backend, link } = await grantedLink()
    backend.permissions.deny('7')
    expect((await request(link)).status).toBe(200)
  })

  it('tells the size without the file', async () => {
    const { request, link } = await grantedLink()
    const head = await request(link, { method: 'HEAD' })
    expect(await head.text()).toBe('')
    const whole = await (await request(link)).arrayBuffer()
    expect(head.headers.get('Content-Length')).toBe(String(whole.byteLength))
  })

  it('cannot be written to', async () => {
    const { request, link } = await grantedLink()
    expect((await request(link, { method: 'PUT', body: 'x' })).status).toBe(405)
  })

  it('leaves no signature in the log', async () => {
    const { request, backend, link } = await grantedLink()
    await request(link)
    expect(JSON.stringify(backend.log)).not.toContain('signature')
    expect(backend.log.at(-1)).toMatchObject({ operation: 'file', jobId: '1001', status: 200 })
  })
})

describe('a file name', () => {
  it.each([
    ['Größe “Süd”', 'Gro_e _Sud_', `Gr%C3%B6%C3%9Fe%20%E2%80%9CS%C3%BCd%E2%80%9D.zip`],
    ['東京の納品', '_____', '%E6%9D%B1%E4%BA%AC%E3%81%AE%E7%B4%8D%E5%93%81.zip'],
    ["it's (1)*", "it's (1)_", 'it%27s%20%281%29_.zip'],
    ['a;b,c=d%20', 'a;b,c=d_20', 'a%3Bb%2Cc%3Dd%2520.zip'],
  ])('%s travels whole and has a plain stand-in', async (name, ascii, encoded) => {
    const { request, backend } = setUp()
    const { id } = addCompleted(backend, { name })
    const { response } = await download(request, id)
    const header = response.headers.get('Content-Disposition') ?? ''
    expect(header).toContain(`filename*=UTF-8''${encoded}`)
    const plain = /filename="([^"]*)"/.exec(header)?.[1] ?? ''
    expect(plain).toBe(`${ascii}.zip`)
  })

  it('never holds what leads to another folder', async () => {
    const { backend, api } = setUp()
    const { id } = addCompleted(backend, { name: '../../etc/passwd\r\nX: y' })
    expect((await api(grantPath(id))).body.filename).toBe('.._.._etc_passwd__X_ y.zip')
  })
})

it('gives other links to two clicks a second apart', async () => {
  const { backend, request } = setUp()
  const { id } = addCompleted(backend)
  const first = await apiOf(request)(grantPath(id))
  backend.clock.advance(1_000)
  const second = await apiOf(request)(grantPath(id))
  expect(second.body.download_url).not.toBe(first.body.download_url)
})
