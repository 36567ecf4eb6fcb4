import type { JobEvent } from '../../src/core/client.js'
import type { PushSource } from '../../src/queries/shared-push.js'

/** A backend's push that the test speaks for. */
export function createPush() {
  const listeners = new Set<(event: JobEvent) => void>()
  const subscribe: PushSource = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const say = (event: JobEvent) => {
    for (const listener of [...listeners]) listener(event)
  }
  return { subscribe, say, listeners }
}
