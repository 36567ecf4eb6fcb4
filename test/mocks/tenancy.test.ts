import { describe, expect, it } from 'vitest'
import { addCompleted, creation, JOBS, setUp } from './helpers.js'

const CALLS = [
  ['list', (_id: string, company: string) => [`/export-jobs?company_id=${company}`]],
  ['get', (id: string, company: string) => [`/export-jobs/${id}?company_id=${company}`]],
  [
    'download',
    (id: string, company: string) => [`/export-jobs/${id}/download?company_id=${company}`],
  ],
  [
    'cancel',
    (id: string, company: string) => [`/export-jobs/${id}/cancel?company_id=${company}`, 'POST'],
  ],
  [
    'retry',
    (id: string, company: string) => [`/export-jobs/${id}/retry?company_id=${company}`, 'POST'],
  ],
  [
    'delete',
    (id: string, company: string) => [`/export-jobs/${id}?company_id=${company}`, 'DELETE'],
  ],
] as const

describe.each(CALLS)('%s', (name, call) => {
  it('is refused with 403 and a hint when the company is denied', async () => {
    const { api, backend } = setUp()
    const { id } = addCompleted(backend)
    backend.permissions.deny('7')
    const [path = '', method = 'GET'] = call(id, '7')
    const { status, body } = await api(path, { method })
    expect(status).toBe(403)
    expect(body).toMatchObject({
      code: 'forbidden',
      detail: expect.stringMatching(/company is selected/),
    })
  })

  it("never touches another company's job", async () => {
    const { api, backend } = setUp()
    const { id } = addCompleted(backend)
    const before = backend.changes
    const [path = '', method = 'GET'] = call(id, '8')
    const { status, body } = await api(path, { method })
    if (name === 'list') expect(body.results).toEqual([])
    else expect([status, body.code]).toEqual([404, 'not_found'])
    expect(backend.changes).toBe(before)
  })

  it('is refused when no company is named', async () => {
    const { api, backend } = setUp()
    const { id } = addCompleted(backend)
    const [path = '', method = 'GET'] = call(id, '')
    const { status, body } = await api(path, { method })
    expect(status).toBe(422)
    expect(body.errors).toHaveProperty('company_id')
  })
})

it('refuses a new job for a denied company', async () => {
  const { api, backend } = setUp()
  backend.permissions.deny('7')
  expect((await api('/export-jobs', creation())).status).toBe(403)
  expect(backend.changes).toBe(0)
})

it('allows again', async () => {
  const { api, backend } = setUp()
  backend.permissions.deny('7')
  backend.permissions.allow('7')
  expect((await api(JOBS)).status).toBe(200)
})

it('can deny one user only', async () => {
  const authenticate = (request: Request) => ({ user: request.headers.get('X-User') })
  const { api, backend } = setUp({}, { authenticate })
  backend.permissions.deny('7', 'Ann')
  const asked = await Promise.all(
    ['Ann', 'Ben'].map((user) => api(JOBS, { headers: { 'X-User': user } })),
  )
  expect(asked.map(({ status }) => status)).toEqual([403, 200])
})

it('answers 401 to nobody', async () => {
  const { api } = setUp({}, { authenticate: () => null })
  const { status, body } = await api(JOBS)
  expect([status, body.code]).toEqual([401, 'unauthenticated'])
})
