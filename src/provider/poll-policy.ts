import { DEFAULT_POLL_POLICY, type PollPolicy } from '../core/poll-plan.js'
import type { ReportType } from '../core/report-types.js'

/** The defaults, what the report types say of their durations, and the host's wishes, in that order. */
export function resolvePollPolicy(
  wishes: Partial<PollPolicy> | undefined,
  reportTypes: readonly ReportType[],
): PollPolicy {
  const known = reportTypes.flatMap(({ id, expectedDurationMs }) =>
    expectedDurationMs === undefined ? [] : [[id, expectedDurationMs] as const],
  )
  return {
    ...DEFAULT_POLL_POLICY,
    ...wishes,
    expectedDurationMs: { ...Object.fromEntries(known), ...wishes?.expectedDurationMs },
  }
}
