import type { QueryClient } from '@tanstack/react-query'
import { getOrCreate } from '../internal/get-or-create.js'
import { randomId } from '../internal/random-id.js'

/** The idempotency keys of requests whose answer did not come, by what was asked for. */
export interface RequestKeys {
  /** The key of the same request while nobody knows what became of it, else a new one. */
  take(payload: string): string
  /** The backend took the request, or refused it for good: the next one is another wish. */
  settle(payload: string): void
}

/** After an hour the same request is another wish: its data have changed. */
const LIFE_MS = 3_600_000

const pages = new WeakMap<QueryClient, RequestKeys>()

/**
 * Reads the keys of one page. They outlive the button or form that sent a request: between a lost answer
 * and the next press its menu may have been closed, or its row drawn anew.
 */
export function getRequestKeys(queryClient: QueryClient): RequestKeys {
  return getOrCreate(pages, queryClient, createRequestKeys)
}

function createRequestKeys(): RequestKeys {
  const keys = new Map<string, { readonly key: string; readonly madeAt: number }>()
  return {
    take(payload) {
      const known = keys.get(payload)
      const now = performance.now()
      if (known !== undefined && now - known.madeAt < LIFE_MS) return known.key
      const key = randomId()
      keys.set(payload, { key, madeAt: now })
      return key
    },
    settle(payload) {
      keys.delete(payload)
    },
  }
}
