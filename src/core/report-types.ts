import type { When } from './condition.js'
import type { JobDelivery } from './job.js'
import type { ReportField } from './report-fields.js'
import type { StandardSchema } from './standard-schema.js'

/** What something is under a condition. */
export interface Conditional<T> {
  /** When it is so. */
  readonly when: When
  /** What it is then. */
  readonly value: T
}

/** How much may be exported. */
export interface ReportLimits {
  /** Most rows of one file. */
  readonly maxRows?: number
  /** Most bytes of one file. */
  readonly maxSizeBytes?: number
  /** Most rows that come back at once; beyond, a background job is proposed. Source: M12. */
  readonly maxDirectRows?: number
  /** Most bytes that come back at once; beyond, a background job is proposed. Source: M12. */
  readonly maxDirectSizeBytes?: number
}

/**
 * One kind of report that can be exported. All of it but functions and `schema` is plain JSON, so
 * that a backend can send it. Source: E4, W9, F1.
 */
export interface ReportType {
  /** The backend's word for it. */
  readonly id: string
  /** What people read, such as "Purchase orders". */
  readonly label: string
  /** One sentence more, or left out. */
  readonly description?: string
  /** File formats in lower case that it can be exported to; left out means all of the backend's. */
  readonly formats?: readonly string[]
  /** Formats under conditions: the first that holds stands in for `formats`. */
  readonly formatsWhen?: readonly Conditional<readonly string[]>[]
  /** How its file reaches the person. Default `download`. */
  readonly delivery?: JobDelivery
  /** Delivery under conditions: the first that holds stands in for `delivery`. Source: F3. */
  readonly deliveryWhen?: readonly Conditional<JobDelivery>[]
  /** What the button says that sends the request. Default a label. Source: F3. */
  readonly submitLabel?: string
  /** That button's words under conditions: the first that holds stands in for `submitLabel`. */
  readonly submitLabelWhen?: readonly Conditional<string>[]
  /** What the request form asks for, besides format and report type. Default nothing. */
  readonly fields?: readonly ReportField[]
  /** How much may be exported. */
  readonly limits?: ReportLimits
  /**
   * Judges the form's values (by field id, as they would be sent; hidden ones `null`) when the fields
   * themselves have no mistake.
   */
  readonly schema?: StandardSchema
  /**
   * The host's name of the permission that it needs, handed to `can`. Where one report type has one, lists
   * show jobs of the registered report types alone.
   */
  readonly permission?: string
  /** How long it usually takes in milliseconds; slower jobs are said to take longer than usual. */
  readonly expectedDurationMs?: number
}
