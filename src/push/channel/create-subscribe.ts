import type { ExportJobsClient } from '../../core/client.js'
import type { Connect } from './attempt.js'
import { createChannel, type Join } from './channel.js'
import type { PushOptions } from './options.js'

/** Listens for news of a scope's jobs: a client's `subscribe`. */
export type Subscribe = NonNullable<ExportJobsClient['subscribe']>

/**
 * Makes a `subscribe` whose listeners share one connection for each scope.
 *
 * @param options - The host's options, with the transport's own defaults filled in.
 * @param createConnect - Called once for each channel, so that it may remember where it broke off.
 */
export function createSubscribe<Message>(
  options: PushOptions<Message> & Required<Pick<PushOptions<Message>, 'parse'>>,
  createConnect: () => Connect<Message>,
): Subscribe {
  const channels = new Map<string, Join>()
  return (scope, listener) => {
    const key = JSON.stringify(Object.entries(scope).sort())
    const join =
      channels.get(key) ??
      createChannel(options, scope, createConnect(), () => channels.delete(key))
    channels.set(key, join)
    return join(listener)
  }
}
