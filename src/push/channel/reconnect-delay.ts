import type { PushOptions } from './options.js'

/** The range grows from no less than this, or a host's 0 would never back off. */
const LEAST_GROWTH_MS = 250
const FIRST_SPREAD = 4
/** A wait that the backend asked for is the same for all its pages, so it is spread upwards. */
const ASKED_SPREAD = 0.2

/**
 * Says how many milliseconds to wait before the next attempt: a time drawn from the whole range
 * between the bounds, because a backend that restarts loses all its pages at the same moment.
 *
 * @param failures - Attempts in a row that failed or did not last; 0 after a good connection.
 * @param askedMs - The least wait that the backend asked for, or 0.
 */
export function reconnectDelay(
  { minDelayMs = 1_000, maxDelayMs = 60_000, random = Math.random }: PushOptions<never>,
  failures: number,
  askedMs: number,
): number {
  const chance = random()
  const growth = Math.max(minDelayMs, LEAST_GROWTH_MS) * FIRST_SPREAD * 2 ** failures
  const range = Math.max(0, Math.min(maxDelayMs, growth) - minDelayMs)
  return Math.max(minDelayMs + range * chance, askedMs * (1 + ASKED_SPREAD * chance))
}
