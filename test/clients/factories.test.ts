import { describe, expect, it } from 'vitest'
import { createRestClient } from '../../src/clients/rest.js'
import { createSupabaseClient } from '../../src/clients/supabase.js'
import { createSseSubscribe } from '../../src/push/sse.js'
import { createWebSocketSubscribe } from '../../src/push/websocket.js'

const FACTORIES: readonly (readonly [string, string, (options: never) => unknown])[] = [
  ['createRestClient', 'baseUrl', createRestClient],
  ['createSupabaseClient', 'client', createSupabaseClient],
  ['createSseSubscribe', 'url', createSseSubscribe],
  ['createWebSocketSubscribe', 'url', createWebSocketSubscribe],
]

const CASES = FACTORIES.flatMap(([factory, member, make]) =>
  [undefined, null, '/api', {}, { [member]: undefined }].map((options) => ({
    factory,
    member,
    make,
    options,
  })),
)

describe('a factory without what it needs', () => {
  it.each(CASES)(
    '$factory($options) says what is missing',
    ({ factory, member, make, options }) => {
      expect(() => make(options as never)).toThrow(
        `[react-export-jobs] ${factory} got no ${member}. It does not know whom to ask. Call ${factory}({ ${member}: `,
      )
    },
  )
})
