import type { CountWords } from './job-page-labels.js'

/** The statuses in which a job has ended. */
export type EndStatus = 'completed' | 'failed' | 'canceled' | 'expired'

/** Words of the notices that tell of a job's end. */
export interface NotificationLabels {
  /** Accessible name of the place where notices appear. */
  readonly region: string
  /** Heading over one job. */
  readonly titles: Readonly<Record<EndStatus, string>>
  /** Heading over several jobs, by how they ended; a count may be 0. */
  readonly summary: (counts: Readonly<Record<EndStatus, CountWords>>) => string
  /** What screen readers are told of one job; `text` is the reason or a note. */
  readonly told: (args: {
    readonly title: string
    readonly what: string
    readonly text: string | null
  }) => string
  /** How many further jobs are not listed. */
  readonly more: (args: CountWords) => string
  /** Link to the history. */
  readonly history: string
  /** Button that takes the notices away. */
  readonly dismiss: string
}
