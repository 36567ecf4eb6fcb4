import { nextPollDelay } from '../core/poll-plan.js'
import { isFinishedStatus } from '../core/status.js'
import type { PollEntry } from './poll-entry.js'

/** Answers that asking again cannot better. */
const FINAL_CODES: ReadonlySet<string> = new Set([
  'unauthenticated',
  'forbidden',
  'not_found',
  'gone',
  'invalid',
])

/**
 * Says when one query is to be looked at again, by the shortest wish of its watchers.
 *
 * @param data - The query's data, or `undefined` before the first answer.
 * @param now - The present instant in epoch milliseconds on the backend's clock.
 * @param random - A number from 0 (inclusive) to 1 (exclusive), drawn once per answer.
 * @returns Milliseconds, or `null` when there is nothing to look for.
 */
export function planLook(
  entry: PollEntry,
  data: unknown,
  now: number,
  random: number,
): number | null {
  const { failure } = entry.state
  if (failure !== null && FINAL_CODES.has(failure.code)) return null
  let shortest: number | null = null
  for (const { policy, jobsOf } of entry.targets) {
    const jobs = data === undefined ? null : jobsOf(data)
    const isFollowed = jobs?.some(({ status }) => !isFinishedStatus(status)) ?? false
    const delay = nextPollDelay({
      // A failed look told nothing, so it is made again even where the last good one saw no work.
      jobs: failure === null || isFollowed ? jobs : null,
      firstSeenAt: entry.firstSeen.at,
      now,
      failures: entry.failures,
      retryAfterMs: entry.retryAfterMs,
      policy,
      random,
    })
    if (delay !== null) shortest = Math.min(shortest ?? delay, delay)
  }
  return shortest
}
