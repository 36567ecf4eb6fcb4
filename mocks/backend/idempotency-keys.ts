import type { BackendCreateRequest } from './backend.js'
import { BackendRefusal } from './refusal.js'

/** Remembers which request made which job. Keys are each company's own. */
export function createIdempotencyKeys() {
  const made = new Map<string, { readonly jobId: string; readonly payload: string }>()
  return {
    /**
     * Finds the job that an earlier request with the same key made, or `null`.
     *
     * @throws {BackendRefusal} `invalid` when that request asked for something else.
     */
    find: (request: BackendCreateRequest): string | null => {
      const key = keyOf(request)
      const earlier = key === null ? undefined : made.get(key)
      if (earlier === undefined) return null
      if (earlier.payload === payloadOf(request)) return earlier.jobId
      throw new BackendRefusal('invalid', {
        detail: 'This idempotency key has been used for a different request.',
      })
    },
    /** Notes the job that a request made. */
    note: (request: BackendCreateRequest, jobId: string): void => {
      const key = keyOf(request)
      if (key !== null) made.set(key, { jobId, payload: payloadOf(request) })
    },
    /** Forgets everything. */
    clear: (): void => made.clear(),
  }
}

function keyOf({ companyId, idempotencyKey }: BackendCreateRequest): string | null {
  return idempotencyKey == null ? null : JSON.stringify([companyId, idempotencyKey])
}

function payloadOf({ idempotencyKey, ...payload }: BackendCreateRequest): string {
  return JSON.stringify(payload)
}
