import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { describe, expect, it } from 'vitest'
import { createSupabaseClient, type SupabaseClientLike } from '../../../src/clients/supabase.js'

/** As `supabase gen types typescript` writes it. */
interface Database {
  public: {
    Tables: {
      exports: {
        Row: { id: number; status: 'pending' | 'completed'; entity_types: string[] | null }
        Insert: { id?: number; status?: 'pending' | 'completed'; entity_types?: string[] | null }
        Update: { id?: number; status?: 'pending' | 'completed'; entity_types?: string[] | null }
        Relationships: []
      }
      people: {
        Row: { id: string; name: string }
        Insert: { id: string; name: string }
        Update: { id?: string; name?: string }
        Relationships: []
      }
    }
    Views: Record<never, never>
    Functions: Record<never, never>
  }
}

const url = 'http://127.0.0.1:54321'

describe('the supabase-js client that a host passes', () => {
  it('may know nothing of the database', () => {
    const client: SupabaseClientLike = createClient(url, 'sb_publishable_TESTKEY')
    expect(createSupabaseClient({ client }).key).toBe('supabase:pf_export_requests')
  })

  it('may know the database by generated types', () => {
    const client: SupabaseClient<Database> = createClient<Database>(url, 'sb_publishable_TESTKEY')
    expect(createSupabaseClient({ client, table: 'exports' }).key).toBe('supabase:exports')
  })

  it('adds what the host reads of a row, with its type', async () => {
    const client = createClient(url, 'sb_publishable_TESTKEY', {
      global: {
        fetch: async () =>
          Response.json([
            { id: 1, status: 'pending', requested_at: '2026-11-23T14:04:08Z', note: 'x' },
          ]),
      },
    })
    const exports = createSupabaseClient({
      client,
      extra: (row) => ({ note: JSON.stringify(row) }),
    })
    const { signal } = new AbortController()
    const job = await exports.getJob('1', { scope: {}, signal })
    const note: string = job.extra.note
    expect(note).toContain('"note":"x"')
  })
})
