/** A request as supabase-js 2.119.1 sent it on Node 24, and the answer that it got. */
export interface RecordedExchange {
  readonly method: string
  /** Path and query as they were sent, percent-encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
  readonly answerHeaders?: Readonly<Record<string, string>>
  readonly answer: string | null
}

const reading = { 'accept-profile': 'public' }
const counting = { ...reading, prefer: 'count=exact' }
const writing = { 'content-profile': 'public', 'content-type': 'application/json' }

export const RECORDED = {
  list: {
    method: 'GET',
    path: '/rest/v1/pf_export_requests?select=*&status=in.%28pending%2Cprocessing%29&export_format=eq.csv&requested_at=gte.2026-11-01T00%3A00%3A00Z&requested_at=lt.2026-12-01T00%3A00%3A00Z&name=ilike.%25orders%2C+%28x%29%25&order=requested_at.desc%2Cid.asc&offset=20&limit=20',
    headers: counting,
    status: 206,
    answerHeaders: { 'content-range': '20-20/57' },
    answer: '[{"id":1,"status":"completed","requested_at":"2026-11-23T12:00:00+00:00"}]',
  },
  count: {
    method: 'HEAD',
    path: '/rest/v1/pf_export_requests?select=*',
    headers: counting,
    status: 206,
    answerHeaders: { 'content-range': '0-0/57' },
    answer: null,
  },
  arrayContains: {
    method: 'GET',
    path: '/rest/v1/pf_export_requests?select=id&entity_types=cs.%7Bcontacts%7D',
    headers: reading,
    status: 206,
    answer: '[{"id":1,"status":"completed"}]',
  },
  single: {
    method: 'GET',
    path: '/rest/v1/pf_export_requests?select=*&id=eq.1',
    headers: reading,
    status: 206,
    answer: '[{"id":1,"status":"completed","requested_at":"2026-11-23T12:00:00+00:00"}]',
  },
  pastTheEnd: {
    method: 'GET',
    path: '/rest/v1/pf_export_requests?select=*&order=requested_at.desc%2Cid.asc&offset=400&limit=20',
    headers: counting,
    status: 416,
    answer:
      '{"code":"PGRST103","message":"Requested range not satisfiable","details":"An offset of 400 was requested, but there are only 57 rows.","hint":null}',
  },
  insert: {
    method: 'POST',
    path: '/rest/v1/pf_export_requests?select=*',
    headers: {
      ...writing,
      accept: 'application/vnd.pgrst.object+json',
      prefer: 'return=representation',
    },
    body: '{"export_type":"contacts","export_format":"csv","entity_types":["contacts"]}',
    status: 201,
    answer: '{"id":2,"status":"pending","requested_at":"2026-11-23T12:00:00+00:00"}',
  },
  delete: {
    method: 'DELETE',
    path: '/rest/v1/pf_export_requests?id=eq.1',
    headers: writing,
    status: 204,
    answer: null,
  },
  missingTable: {
    method: 'GET',
    path: '/rest/v1/missing?select=*',
    headers: reading,
    status: 404,
    answer:
      '{"code":"PGRST205","message":"Could not find the table \'public.missing\' in the schema cache","details":null,"hint":null}',
  },
  sign: {
    method: 'POST',
    path: '/storage/v1/object/sign/pf-exports/org1/e1.csv',
    headers: { 'content-type': 'application/json' },
    body: '{"expiresIn":3600}',
    status: 200,
    answer: '{"signedURL":"/object/sign/pf-exports/org1/e1.csv?token=eyJh"}',
  },
} satisfies Readonly<Record<string, RecordedExchange>>

/** What goes with every request of either service. */
export const RECORDED_IDENTITY = {
  apikey: 'sb_publishable_TESTKEY',
  authorization: 'Bearer sb_publishable_TESTKEY',
}

/** The Realtime messages of one channel, in their order. */
export const RECORDED_REALTIME = {
  url: '/realtime/v1/websocket?apikey=sb_publishable_TESTKEY&vsn=2.0.0',
  join: {
    config: {
      broadcast: { ack: false, self: false },
      presence: { key: '', enabled: false },
      postgres_changes: [
        {
          event: '*',
          schema: 'public',
          table: 'pf_export_requests',
          filter: 'organization_id=eq.org1',
        },
      ],
      private: false,
    },
  },
  system: {
    channel: 'x',
    extension: 'postgres_changes',
    message: 'Subscribed to PostgreSQL',
    status: 'ok',
  },
  update: {
    ids: [100],
    data: {
      schema: 'public',
      table: 'pf_export_requests',
      type: 'UPDATE',
      commit_timestamp: '2026-11-23T12:00:00.000Z',
      columns: [
        { name: 'id', type: 'int8' },
        { name: 'status', type: 'text' },
        { name: 'requested_at', type: 'timestamptz' },
      ],
      record: { id: 1, status: 'completed', requested_at: '2026-11-23T11:00:00+00:00' },
      old_record: { id: 1 },
      errors: null,
    },
  },
}
