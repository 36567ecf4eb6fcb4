import type { ExportScope } from '../../core/job.js'

/** One attempt to reach the backend and to stay connected, as the transport sees it. */
export interface Attempt<Message> {
  /** The tenant context. */
  readonly scope: ExportScope
  /** Aborted when the attempt is over, whoever ended it; what comes later counts for nothing. */
  readonly signal: AbortSignal
  /** Tells the host what is wrong with its set-up. */
  report(thrown: unknown): void
  /**
   * Says that the channel is open.
   *
   * @param isResumed - Whether the backend was told where the connection before this one broke off.
   */
  open(isResumed: boolean): void
  /** Says that something came, whatever it was. */
  alive(): void
  /** Hands over one message. */
  receive(message: Message): void
  /** Keeps the least wait in milliseconds that the backend asks for before all later attempts. */
  setRetry(retryMs: number): void
}

/**
 * How an attempt ended: a number asks for another after at least so many milliseconds, `null` makes
 * no further one.
 */
export type Ending = number | null

/**
 * Makes one attempt; settles when the connection is over. It rejects with what the host's own
 * functions throw, and never because a connection was lost.
 */
export type Connect<Message> = (attempt: Attempt<Message>) => Promise<Ending>
