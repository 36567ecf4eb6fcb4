import type { CountWords } from './job-page-labels.js'
import type { EndStatus } from './notification-labels.js'

const ENDS: readonly EndStatus[] = ['completed', 'failed', 'canceled', 'expired']

/** A text for each way in which jobs end. */
type EndTexts = Readonly<Record<EndStatus, (counted: CountWords) => string>>

/**
 * Makes the heading over several jobs: only the ways in which some ended, the first in `whole` words,
 * the others in `further` ones, which may leave the noun out.
 *
 * @param separator - What stands between two of them.
 */
export function createSummary(
  whole: EndTexts,
  further: EndTexts,
  separator: string,
): (counts: Readonly<Record<EndStatus, CountWords>>) => string {
  return (counts) =>
    ENDS.filter((end) => counts[end].count > 0)
      .map((end, index) => (index === 0 ? whole : further)[end](counts[end]))
      .join(separator)
}
