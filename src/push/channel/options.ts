import type { JobEvent } from '../../core/client.js'
import type { ExportScope } from '../../core/job.js'

/** What a channel needs to know of the machine's network. */
export interface PushNetwork {
  /** Whether the machine believes that it has a network. */
  isOnline(): boolean
  /**
   * Listens for the network coming or going.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: () => void): () => void
}

/**
 * What the ready-made `subscribe` functions have in common. Every duration is in milliseconds.
 *
 * @typeParam Message - What the backend sends.
 */
export interface PushOptions<Message> {
  /**
   * The channel's address. A text serves where it is the same for every scope; a function is asked
   * before each attempt, so that the address may carry the scope and a fresh ticket.
   */
  readonly url: string | ((scope: ExportScope) => string | Promise<string>)
  /**
   * Makes news of one message; `null` for a message of another kind, such as a heartbeat. When it
   * throws, the channel stays open and tells `stale`, because what was said is not known. A relay
   * that has lost its own source may say so with `disconnected`, and `connected` when it is back.
   *
   * Default: the JSON text `{ "type": "changed" | "removed" | "stale", "ids"?: [...] }`. `changed`
   * becomes `{ type: 'changed', jobs: [] }`, "something did"; `removed` without ids becomes `stale`;
   * any other text is `null`.
   */
  readonly parse?: (message: Message, scope: ExportScope) => JobEvent | readonly JobEvent[] | null
  /** Shortest wait before a new attempt. Default 1,000. */
  readonly minDelayMs?: number
  /**
   * Longest wait before a new attempt, unless the backend asks for a longer one. Waits are drawn
   * between the two bounds, from a range that begins at four times `minDelayMs` and doubles with
   * each attempt in a row that failed or did not last ten seconds. Default 60,000.
   */
  readonly maxDelayMs?: number
  /**
   * Longest silence, while the channel opens (the host's own functions included) and while it is
   * open; beyond it the connection is held to be dead and made anew. Let the backend send something
   * at least twice in that time. `null` trusts the connection. Default 60,000, but `null` for a
   * WebSocket without `ping`.
   */
  readonly heartbeatTimeoutMs?: number | null
  /** The machine's network. Default `navigator.onLine` and its events, where there are any. */
  readonly network?: PushNetwork
  /**
   * Runs something once after a wait, which is never longer than `setTimeout` can take; the answer
   * calls it off. Default `setTimeout`.
   */
  readonly schedule?: (run: () => void, delayMs: number) => () => void
  /** Draws a number from 0 (inclusive) to 1 (exclusive). Default `Math.random`. */
  readonly random?: () => number
  /**
   * Told what a listener or one of the host's functions threw, and that the address does not answer
   * as a channel. Not told of lost connections: they are mended. Default `console.error`.
   */
  readonly onError?: (thrown: unknown) => void
}
