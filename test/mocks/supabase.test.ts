import { createClient } from '@supabase/supabase-js'
import { describe, expect, it } from 'vitest'
import {
  createExportBackend,
  createExportHandler,
  createFetch,
  createSupabaseDialect,
  type ExportBackend,
  type ExportHandlerOptions,
  type SupabaseDialectOptions,
} from '../../mocks/index.js'

const PROJECT = 'https://project.example.com'
const KEY = 'sb_publishable_TESTKEY'
const TABLE = 'pf_export_requests'

/** A project behind the unchanged supabase-js. */
function setUp(
  setup: (backend: ExportBackend) => void = () => {},
  options: SupabaseDialectOptions = {},
  handlerOptions: Partial<ExportHandlerOptions> = {},
) {
  const backend = createExportBackend({ companyId: 'org1', setup })
  const dialect = createSupabaseDialect(options)
  const handler = createExportHandler({ backend, dialect, apiBase: PROJECT, ...handlerOptions })
  const fetch = createFetch(handler)
  const supabase = createClient(PROJECT, KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch },
  })
  return { backend, fetch, supabase }
}

const completed = (backend: ExportBackend) => {
  backend.addJob({
    id: '7',
    status: 'completed',
    name: 'Käufe & more',
    totalRows: 3,
    reportType: 'vendor',
    entityTypes: ['contacts', 'leads'],
    createdAt: '2026-11-23T08:00:00Z',
  })
}
/** Storage takes few characters in its keys. */
const PATH = 'org1/7/Kaufe___more.csv'

/** A link to the completed job's file. */
async function signedLink({ supabase }: ReturnType<typeof setUp>, seconds = 3600) {
  const { data, error } = await supabase.storage.from('pf-exports').createSignedUrl(PATH, seconds)
  if (error !== null) throw error
  return data.signedUrl
}

describe('a row', () => {
  it('is a job in the words of the table', async () => {
    const { supabase } = setUp(completed)
    const { data } = await supabase.from(TABLE).select('*')
    expect(data).toEqual([
      {
        id: 7,
        organization_id: 'org1',
        name: 'Käufe & more',
        export_type: 'vendor',
        export_format: 'csv',
        entity_types: ['contacts', 'leads'],
        status: 'completed',
        requested_at: '2026-11-23T08:00:00+00:00',
        file_path: PATH,
        error_message: null,
        idempotency_key: null,
      },
    ])
  })

  it('has a path only while it has a file', async () => {
    const { supabase } = setUp((backend) => {
      backend.addJob({ status: 'pending' })
      backend.addJob({ status: 'failed', error: { code: null, message: 'Disk full.' } })
      backend.addJob({ status: 'completed', files: [] })
    })
    const { data } = await supabase.from(TABLE).select('file_path,error_message').order('id')
    expect(data).toEqual([
      { file_path: null, error_message: null },
      { file_path: null, error_message: 'Disk full.' },
      { file_path: null, error_message: null },
    ])
  })

  it('moves on with the clock, and can be spoilt', async () => {
    const { backend, supabase } = setUp((made) => {
      made.addJob({ plan: { queueMs: 1_000, runMs: 1_000 } })
    })
    const statusNow = async () => (await supabase.from(TABLE).select('status').single()).data
    expect(await statusNow()).toEqual({ status: 'pending' })
    backend.clock.advance(3_000)
    expect(await statusNow()).toEqual({ status: 'completed' })
    backend.faults.add({ spoilRows: [0] })
    const { data } = await supabase.from(TABLE).select('*')
    expect(data?.[0]?.status).toEqual({ word: 'completed' })
  })
})

describe('row-level security', () => {
  const twoTenants = (backend: ExportBackend) => {
    completed(backend)
    backend.addJob({ id: '8', companyId: 'org2', status: 'completed' })
    backend.permissions.deny('org2')
  }

  it('hides rows, and counts none of them', async () => {
    const { supabase } = setUp(twoTenants)
    const { data, count } = await supabase.from(TABLE).select('id', { count: 'exact' })
    expect({ data, count }).toEqual({ data: [{ id: 7 }], count: 1 })
  })

  it('hides rows from removal too', async () => {
    const { backend, supabase } = setUp(twoTenants)
    const { data, error } = await supabase.from(TABLE).delete().eq('id', 8).select('id')
    expect({ data, error }).toEqual({ data: [], error: null })
    expect(backend.get('8').status).toBe('completed')
  })

  it('refuses a row of an organization that one is not of', async () => {
    const { supabase } = setUp(twoTenants)
    const row = { organization_id: 'org2', export_type: 'vendor', export_format: 'csv' }
    const { error, status } = await supabase.from(TABLE).insert(row).select().single()
    expect(status).toBe(403)
    expect(error).toMatchObject({ code: '42501' })
  })

  it('takes other policies', async () => {
    const { backend, supabase } = setUp(completed, {
      policies: { insert: () => false, delete: () => false },
    })
    const { data } = await supabase.from(TABLE).delete().eq('id', 7).select('id')
    expect(data).toEqual([])
    expect(backend.get('7').status).toBe('completed')
    const { error } = await supabase.from(TABLE).insert({ export_type: 'vendor' })
    expect(error).toMatchObject({ code: '42501' })
  })

  it('hides files alike', async () => {
    const { supabase } = setUp(completed, { policies: { select: () => false } })
    const { error } = await supabase.storage.from('pf-exports').createSignedUrl(PATH, 60)
    expect(error).toMatchObject({ message: 'Object not found', status: 400, statusCode: '404' })
  })
})

describe('a new row', () => {
  const row = {
    export_type: 'vendor',
    export_format: 'xlsx',
    entity_types: ['contacts'],
    idempotency_key: 'k1',
  }

  it('is a pending job', async () => {
    const { backend, supabase } = setUp()
    const { data, status } = await supabase.from(TABLE).insert(row).select().single()
    expect(status).toBe(201)
    expect(data).toMatchObject({ ...row, id: 1001, status: 'pending', organization_id: 'org1' })
    expect(backend.get('1001')).toMatchObject({ status: 'pending', fileFormat: 'xlsx' })
  })

  it('is refused when its key is not unique, when a column is missing, when its type has no such format', async () => {
    const { supabase } = setUp()
    const codeOf = async (values: object) =>
      (await supabase.from(TABLE).insert(values).select().single()).error?.code
    expect(await codeOf(row)).toBeUndefined()
    expect(await codeOf(row)).toBe('23505')
    expect(await codeOf({ export_type: 'vendor', depth: 3 })).toBe('PGRST204')
    expect(await codeOf({ export_type: 'vendor', export_format: 'zip' })).toBe('23514')
  })
})

describe('a signed link', () => {
  it('gives the file under the wanted name', async () => {
    const project = setUp(completed)
    const name = new URLSearchParams({ download: 'Käufe.csv' })
    const response = await project.fetch(`${await signedLink(project)}&${name}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Disposition')).toContain("UTF-8''K%C3%A4ufe.csv")
    const { bytes } = await project.backend.readFile('7')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
  })

  it('shows the file in the page where no download is wanted', async () => {
    const project = setUp(completed)
    const response = await project.fetch(await signedLink(project))
    expect(response.headers.get('Content-Disposition')).toBe('inline')
  })

  it('lives as long as was asked for, and is then refused as storage does', async () => {
    const project = setUp(completed)
    const link = await signedLink(project, 60)
    project.backend.clock.advance(59_000)
    expect((await project.fetch(link)).status).toBe(200)
    project.backend.clock.advance(1_000)
    const response = await project.fetch(link)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: 'InvalidJWT' })
  })

  it('is refused when it was tampered with, or is of another file', async () => {
    const project = setUp((backend) => {
      completed(backend)
      backend.addJob({ id: '8', status: 'completed', name: 'other' })
    })
    const link = await signedLink(project)
    const other = link.replace(/org1\/7\/[^?]+/, 'org1/8/other.csv')
    for (const wrong of [`${link}0`, other, link.replace(/token=[^.]+\.[^.]+/, 'token=a.b')]) {
      const response = await project.fetch(wrong)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: 'InvalidSignature' })
    }
  })

  it('is another one each time that time has passed, and stands in no log', async () => {
    const project = setUp(completed)
    const first = await signedLink(project)
    project.backend.clock.advance(1_000)
    const second = await signedLink(project)
    expect(second).not.toBe(first)
    await project.fetch(second)
    expect(project.backend.log.map(({ operation }) => operation)).toEqual([
      'grant',
      'grant',
      'file',
    ])
    expect(project.backend.log.map(({ path }) => path).join()).not.toContain('token')
  })

  it('is not made for a file that is not there', async () => {
    const { supabase } = setUp(completed)
    for (const path of ['org1/7/other.csv', 'org1/9/x.csv']) {
      const { error } = await supabase.storage.from('pf-exports').createSignedUrl(path, 60)
      expect(error).toMatchObject({ message: 'Object not found', status: 400 })
    }
  })

  it('is dead on arrival where the fault says so', async () => {
    const project = setUp(completed)
    project.backend.faults.add({ match: { operation: 'grant' }, linkLifetimeSeconds: -1 })
    expect((await project.fetch(await signedLink(project))).status).toBe(400)
  })
})

describe('a project', () => {
  it('lets nobody in whose token has expired, but for links, which are their own right', async () => {
    let isSignedIn = true
    const authenticate = () => (isSignedIn ? { user: 'ann' } : null)
    const project = setUp(completed, {}, { authenticate })
    const link = await signedLink(project)
    isSignedIn = false
    const { error, status } = await project.supabase.from(TABLE).select('*')
    expect({ status, code: error?.code }).toEqual({ status: 401, code: 'PGRST303' })
    await expect(signedLink(project)).rejects.toThrow('jwt expired')
    expect((await project.fetch(link)).status).toBe(200)
  })

  it('keeps its count to itself where the header is not exposed', async () => {
    const { supabase } = setUp(completed, { exposesCount: false })
    const { count } = await supabase.from(TABLE).select('*', { count: 'exact' })
    expect(count).toBeNull()
  })

  it('tells other tables and columns as missing', async () => {
    const { supabase } = setUp(completed)
    expect((await supabase.from('missing').select('*')).error).toMatchObject({ code: 'PGRST205' })
    expect((await supabase.from(TABLE).select('depth')).error).toMatchObject({ code: '42703' })
  })

  it('may have other names for its table and its bucket', async () => {
    const { supabase } = setUp(completed, { table: 'exports', bucket: 'files' })
    expect((await supabase.from('exports').select('id')).data).toEqual([{ id: 7 }])
    const { data } = await supabase.storage.from('files').createSignedUrl(PATH, 60)
    expect(data?.signedUrl).toContain('/storage/v1/object/sign/files/org1/7/')
  })

  it('passes on what the backend says when it is unwell', async () => {
    const { backend, supabase } = setUp(completed)
    backend.faults.add({ refuse: { code: 'rate_limited', retryAfterSeconds: 5 } })
    const { status } = await supabase.from(TABLE).select('*').retry(false)
    expect(status).toBe(429)
  })
})
