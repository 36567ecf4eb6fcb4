import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { type BackendReportType, createSupabaseDialect } from 'react-export-jobs/mocks'

/** What the project's worker can export, and to which formats. */
export const ENCORE_REPORT_TYPES: readonly BackendReportType[] = [
  { id: 'records', label: 'Records', formats: ['csv', 'xlsx', 'zip'] },
  { id: 'audit_log', label: 'Audit log', formats: ['csv', 'json'] },
]

/** The wire format of the project. */
export const encoreDialect = createSupabaseDialect()

/** The host's own client: the unchanged supabase-js. Who is signed in is kept elsewhere. */
export function createEncoreSupabase(
  url: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): SupabaseClient {
  return createClient(url, 'sb_publishable_encore', {
    accessToken: async () => null,
    global: { fetch },
  })
}
