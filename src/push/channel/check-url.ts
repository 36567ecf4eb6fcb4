import { isRecord } from '../../internal/is-record.js'

/**
 * Checks that a `subscribe` was made with an address; for development alone, as each channel may weigh 2 kB
 * and `checkOptions` brings the errors of `core`.
 *
 * @throws {Error} What is missing, why it matters and what to do.
 */
export function checkUrl(factory: string, options: unknown): void {
  if (isRecord(options) && options.url !== undefined && options.url !== null) return
  throw new Error(
    `[react-export-jobs] ${factory} got no url. It does not know whom to ask. Call ${factory}({ url: … }).`,
  )
}
