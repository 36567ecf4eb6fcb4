import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { createSupabaseClient, type SupabaseClientOptions } from '../../../src/clients/supabase.js'
import { createFakeSupabase, type FakeRow, type FakeSupabaseOptions } from './fake-supabase.js'

export const PROJECT_URL = 'http://127.0.0.1:54321'
export const PUBLISHABLE_KEY = 'sb_publishable_TESTKEY'

/** The host's own client: the unchanged supabase-js over a `fetch` of the test's. */
export function createHostClient(fetch: typeof globalThis.fetch): SupabaseClient {
  return createClient(PROJECT_URL, PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch },
  })
}

type Options = Omit<SupabaseClientOptions, 'client'>

/** An export client over supabase-js over a table in memory. */
export function createOverFake(backend: FakeSupabaseOptions = {}, options: Options = {}) {
  const fake = createFakeSupabase(backend)
  const exports = createSupabaseClient({ client: createHostClient(fake.fetch), ...options })
  return { exports, fake }
}

/** An export client over supabase-js whose requests are all answered alike. */
export function createOverAnswer(
  answer: () => Response | Promise<Response>,
  options: Options = {},
) {
  const calls: { url: string; init: RequestInit }[] = []
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}) => {
    calls.push({ url: String(input), init })
    return answer()
  }
  return { exports: createSupabaseClient({ client: createHostClient(fetch), ...options }), calls }
}

/** A row of the assumed table. */
export function buildRow(overrides: FakeRow = {}): FakeRow {
  return {
    id: 1,
    organization_id: 'org1',
    name: null,
    export_type: 'contacts',
    export_format: 'csv',
    entity_types: ['contacts'],
    status: 'pending',
    requested_at: '2026-11-23T14:04:08.123456+00:00',
    file_path: null,
    error_message: null,
    ...overrides,
  }
}

/** Rows with ids from 1, the newest first. */
export function buildRows(count: number, build: (index: number) => FakeRow = () => ({})) {
  return Array.from({ length: count }, (_, index) =>
    buildRow({
      id: index + 1,
      requested_at: new Date(Date.UTC(2026, 10, 23) - index * 3_600_000).toISOString(),
      ...build(index),
    }),
  )
}
