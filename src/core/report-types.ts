import type { JobDelivery } from './job.js'

/** One kind of report that can be exported. Source: E4, W9, F1. */
export interface ReportType {
  /** The backend's word for it. */
  readonly id: string
  /** What people read, such as "Purchase orders". */
  readonly label: string
  /** One sentence more, or left out. */
  readonly description?: string
  /** File formats in lower case that it can be exported to; left out means all of the backend's. */
  readonly formats?: readonly string[]
  /** How its file reaches the person. Default `download`. */
  readonly delivery?: JobDelivery
  /** The host's name of the permission that it needs, handed to `can`. */
  readonly permission?: string
  /** How long it usually takes in milliseconds; slower jobs are said to take longer than usual. */
  readonly expectedDurationMs?: number
}
