import type { ExportJobsClient } from '../../src/core/client.js'
import { isExportJobsError } from '../../src/core/errors.js'

/** Texts of a backend and of a host. */
export interface KnownData {
  /** Each text as it came, in upper case, and made readable. */
  readonly texts: ReadonlySet<string>
  /** Learns every text in a value, however deep. */
  readonly learn: (value: unknown) => void
  /** The same client; what it answers is learnt. */
  readonly listenTo: (client: ExportJobsClient) => ExportJobsClient
}

/** Collects what is data, so that it can be told from words of the library. */
export function createKnownData(): KnownData {
  const texts = new Set<string>()
  const visited = new WeakSet<object>()
  const learn = (value: unknown): void => {
    if (typeof value === 'string') {
      const readable = value.replace(/[_-]+/g, ' ').trim()
      texts.add(value.trim())
      texts.add(value.toUpperCase())
      texts.add(readable.charAt(0).toUpperCase() + readable.slice(1))
      return
    }
    if (typeof value === 'number') texts.add(String(value))
    if (typeof value !== 'object' || value === null || visited.has(value)) return
    visited.add(value)
    for (const [key, inner] of Object.entries(value)) {
      // the keys of parameters are shown as names of fields
      learn(key)
      learn(inner)
    }
    if (isExportJobsError(value)) learn([value.message, value.reference])
  }
  const heard = (answer: unknown): unknown => {
    if (!(answer instanceof Promise)) return answer
    answer.then(learn, learn)
    return answer
  }
  return {
    texts,
    learn,
    listenTo: (client) =>
      new Proxy(client, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name)
          if (typeof member !== 'function') return member
          return (...args: unknown[]) => {
            // what a person has typed or chosen is data as well
            learn(args[0])
            return heard(Reflect.apply(member, target, args))
          }
        },
      }),
  }
}
