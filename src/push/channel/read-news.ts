import type { JobEvent } from '../../core/client.js'

/**
 * Reads a message of the default form; `null` when it is of another kind.
 *
 * @param text - `{ "type": "changed" | "removed" | "stale", "ids"?: [...] }` as JSON.
 */
export function readNews(text: unknown): JobEvent | null {
  try {
    const { type, ids }: { type?: unknown; ids?: unknown } = Object(JSON.parse(String(text)))
    if (type === 'changed') return { type, jobs: [] }
    if (type === 'removed' && Array.isArray(ids)) return { type, ids: ids.map(String) }
    // rows are gone, and nobody knows which
    return type === 'removed' || type === 'stale' ? { type: 'stale' } : null
  } catch {
    return null
  }
}
