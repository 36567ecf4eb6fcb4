import type { ExportHandler } from './handler.js'

/**
 * Makes a `fetch` that goes straight to a handler, without a network: for unit tests, and for a
 * client's `fetch` option.
 *
 * Like the real one it rejects with the signal's reason when aborted, and with a `TypeError` when
 * the connection breaks or the address is not the handler's.
 *
 * @param origin - What relative addresses are relative to. Default `http://localhost`.
 */
export function createFetch(handler: ExportHandler, origin = 'http://localhost'): typeof fetch {
  return async (input, init) => {
    const request =
      input instanceof Request
        ? new Request(input, init)
        : new Request(new URL(input, origin), init)
    request.signal.throwIfAborted()
    if (!handler.matches(request.url)) throw new TypeError('Failed to fetch')
    const response = await handler.fetch(request)
    if (response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  }
}
