import { useEffect, useState } from 'react'
import { useStableCallback } from '../../internal/use-stable.js'

/** A part of the library that is fetched when it is first needed. */
export interface LazyModule<Part> {
  /** `failed` when it could not be fetched, for which the page must not fall. */
  readonly status: 'loading' | 'failed' | 'ready'
  /** What was fetched, or `null`. */
  readonly part: Part | null
  /** Tries again. Keeps its identity. */
  readonly retry: () => void
}

/**
 * Makes the hook that fetches a part. Once it is here, it is drawn at once wherever else it is needed.
 * (`React.lazy` would keep a failure for ever, and take the page down with it.)
 */
export function createLazyModule<Part extends object>(
  load: () => Promise<Part>,
): () => LazyModule<Part> {
  let fetched: Part | null = null
  return function useLazyModule() {
    const [part, setPart] = useState(fetched)
    const [attempt, setAttempt] = useState(0)
    const [failedAttempt, setFailedAttempt] = useState<number | null>(null)
    useEffect(() => {
      let isWanted = true
      const take = (found: Part) => {
        fetched = found
        if (isWanted) setPart(found)
      }
      load().then(take, () => isWanted && setFailedAttempt(attempt))
      return () => {
        isWanted = false
      }
    }, [attempt])
    const retry = useStableCallback(() => setAttempt(attempt + 1))
    const status = part !== null ? 'ready' : failedAttempt === attempt ? 'failed' : 'loading'
    return { status, part, retry }
  }
}
