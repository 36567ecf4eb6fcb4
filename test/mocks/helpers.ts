import {
  createExportBackend,
  createExportHandler,
  createFetch,
  type ExportBackend,
  type ExportBackendOptions,
  type ExportHandlerOptions,
} from '../../mocks/index.js'

/** A backend on the wire and a `fetch` that goes straight to it. */
export function setUp(
  backendOptions: ExportBackendOptions = {},
  handlerOptions: Omit<ExportHandlerOptions, 'backend'> = {},
) {
  const backend = createExportBackend(backendOptions)
  const handler = createExportHandler({ backend, ...handlerOptions })
  const request = createFetch(handler)
  return { backend, handler, request, api: apiOf(request) }
}

/** Asks the API and reads its JSON. */
export function apiOf(request: typeof fetch) {
  return async (path: string, init?: RequestInit) => {
    const response = await request(`/api${path}`, init)
    const text = await response.text()
    const body: Wire = JSON.parse(text === '' ? 'null' : text)
    return { status: response.status, headers: response.headers, body }
  }
}

/** What the wire's answers hold; which part is there depends on the request. */
export interface Wire {
  readonly [field: string]: unknown
  readonly results: readonly WireJob[]
  readonly download_url: string
  readonly filename: string
}

/** The parts of a job on the wire that tests read by name. */
export interface WireJob {
  readonly [field: string]: unknown
  readonly id: number | string
  readonly status: string
  readonly total_rows: number | null
}

export const JOBS = '/export-jobs?company_id=7'

/** A request for a job as it is sent. */
export function creation(body: Record<string, unknown> = {}, key?: string): RequestInit {
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
    },
    body: JSON.stringify({
      company_id: '7',
      date_from: '2026-10-01',
      date_to: '2026-10-31',
      file_format: 'csv',
      ...body,
    }),
  }
}

/** Asks for a download and fetches it. */
export async function download(request: typeof fetch, id: unknown, more = '') {
  const { body } = await apiOf(request)(`/export-jobs/${id}/download?company_id=7${more}`)
  const response = await request(body.download_url)
  return { response, filename: body.filename, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** A completed job of some rows. */
export function addCompleted(
  backend: ExportBackend,
  seed: Parameters<ExportBackend['addJob']>[0] = {},
) {
  return backend.addJob({
    reportType: 'delivery_location',
    fileFormat: 'csv',
    status: 'completed',
    dateRange: { from: '2026-10-01', to: '2026-10-31' },
    createdAt: '2026-11-23T08:00:00Z',
    totalRows: 25,
    ...seed,
  })
}
