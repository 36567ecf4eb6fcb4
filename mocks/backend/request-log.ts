import type { LoggedRequest } from './backend.js'
import type { Clock } from './clock.js'

const KEPT = 10_000

/** Keeps the last requests. */
export function createRequestLog(clock: Clock) {
  let entries: LoggedRequest[] = []
  return {
    entries: (): readonly LoggedRequest[] => entries,
    clear: () => {
      entries = []
    },
    add: (request: Omit<LoggedRequest, 'at' | 'status'>) => {
      const at = new Date(clock.now()).toISOString()
      let entry: LoggedRequest = { ...request, at, status: null }
      entries = [...entries.slice(1 - KEPT), entry]
      return (status: number) => {
        const answered = { ...entry, status }
        entries = entries.map((other) => (other === entry ? answered : other))
        entry = answered
      }
    },
  }
}
