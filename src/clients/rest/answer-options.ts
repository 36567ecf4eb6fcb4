/**
 * Where a value stands in what the backend sent: a path (`result.url`, `documents.0`; the empty
 * text is the whole of it), several paths of which the first with a value counts, a function of the
 * whole, or `null` when the backend does not send it.
 */
export type FieldSource = string | readonly string[] | ((wire: unknown) => unknown) | null

/** Where a value stands in a list's answer. Besides the paths, `header:x-total-count` reads a header. */
export type PageFieldSource =
  | string
  | readonly string[]
  | ((body: unknown, headers: Headers) => unknown)
  | null

/**
 * Where each field of a job stands. A field that is not named keeps the contract's place; only `id`,
 * `status` and `createdAt` must be there, and the latter only while its source is not `null`.
 */
export interface RestFields {
  /** A text or a whole number. Default `id`. */
  readonly id?: FieldSource
  /** Default `name`. */
  readonly name?: FieldSource
  /** Default `report_type`. */
  readonly reportType?: FieldSource
  /** Default `file_format`. */
  readonly fileFormat?: FieldSource
  /** Default `status`. */
  readonly status?: FieldSource
  /** A number up to `progressScale`; beyond it is clamped. Default `progress`. */
  readonly progress?: FieldSource
  /** Default `processed_rows`. */
  readonly processedRows?: FieldSource
  /** Default `total_rows`. */
  readonly totalRows?: FieldSource
  /** Default `phase`. */
  readonly phase?: FieldSource
  /** Default `queue_position`. */
  readonly queuePosition?: FieldSource
  /** A text, or an object of `code` and `message`. Default `error`, else `error_message`. */
  readonly error?: FieldSource
  /** Texts. Default `warnings`. */
  readonly warnings?: FieldSource
  /** A calendar date; of an instant the date as it is written. Default `date_from`. */
  readonly dateFrom?: FieldSource
  /** A calendar date; of an instant the date as it is written. Default `date_to`. */
  readonly dateTo?: FieldSource
  /** Texts. Default `entity_types`. */
  readonly entityTypes?: FieldSource
  /** An object. Default `parameters`. */
  readonly parameters?: FieldSource
  /** An instant. Default `created_at`. */
  readonly createdAt?: FieldSource
  /** An instant. Default `started_at`. */
  readonly startedAt?: FieldSource
  /** An instant. Default `updated_at`. */
  readonly updatedAt?: FieldSource
  /** An instant. Default `completed_at`. */
  readonly completedAt?: FieldSource
  /** An instant. Default `file_expires_at`. */
  readonly fileExpiresAt?: FieldSource
  /** An instant. Default `removed_at`. */
  readonly removedAt?: FieldSource
  /** Default `created_by`. */
  readonly createdBy?: FieldSource
  /** `manual` or `schedule`; any other word counts as `manual`. Default `source`. */
  readonly source?: FieldSource
  /** `download`, `email` or `direct`; any other word counts as `download`. Default `delivery`. */
  readonly delivery?: FieldSource
  /** Objects of `id`, `name`, `size`, `content_type` and `checksum`. Default `files`. */
  readonly files?: FieldSource
  /** Whether there is a file; where it is missing, a completed job has one. Default `is_downloadable`. */
  readonly isDownloadable?: FieldSource
  /** An object of `true`, `false` or `{ reason }` per action. Default `allowed_actions`. */
  readonly allowedActions?: FieldSource
}

/** Where each field of a page stands. A field that is not named keeps the contract's place. */
export interface RestPageFields {
  /** The rows; the empty text when the answer is itself the list. Default `results`. */
  readonly results?: PageFieldSource
  /** The page's number, counted from `pageBase`. Default `page`. */
  readonly page?: PageFieldSource
  /** Default `page_size`. */
  readonly pageSize?: PageFieldSource
  /** The number of matching jobs; `null` when the backend does not count. Default `total`. */
  readonly total?: PageFieldSource
  /** Whether `total` is a lower bound. Default `total_is_capped`. */
  readonly totalIsCapped?: PageFieldSource
  /** Default `total_pages`. */
  readonly totalPages?: PageFieldSource
  /**
   * Whether another page follows: `true`, or a value that is there only then, such as a link. Where
   * it is missing, the totals tell it, else a full page does. Default `has_next_page`.
   */
  readonly hasNextPage?: PageFieldSource
  /** Mark of the next page, or a link that carries it. Default `next_cursor`. */
  readonly nextCursor?: PageFieldSource
  /** Mark of the page before, or a link that carries it. Default `previous_cursor`. */
  readonly previousCursor?: PageFieldSource
  /**
   * Where the marks come from: the answer, or the first and last rows' ids (`starting_after`, and
   * `params.cursorBefore` for the way back). Default `answer`.
   */
  readonly cursorFrom?: 'answer' | 'ids'
  /** The backend's clock; where it is missing, the `Date` header counts. Default `server_time`. */
  readonly serverTime?: PageFieldSource
}

/** Where each field of a download grant stands. */
export interface RestGrantFields {
  /** The signed link. Default `download_url`. */
  readonly url?: FieldSource
  /** Default `filename`. */
  readonly filename?: FieldSource
  /** Lifetime in seconds. Default `expires_in_seconds`. */
  readonly expiresInSeconds?: FieldSource
  /** An instant. Default `expires_at`. */
  readonly expiresAt?: FieldSource
  /** Bytes. Default `size`. */
  readonly size?: FieldSource
  /** Default `checksum`. */
  readonly checksum?: FieldSource
}

/** Where each field of a report type stands. */
export interface RestReportTypeFields {
  /** The list; the empty text when the answer is itself the list. Default the empty text. */
  readonly results?: FieldSource
  /** Default `id`. */
  readonly id?: FieldSource
  /** Default `label`. */
  readonly label?: FieldSource
  /** Default `description`. */
  readonly description?: FieldSource
  /** Texts. Default `formats`. */
  readonly formats?: FieldSource
  /** `download`, `email` or `direct`. Default `delivery`. */
  readonly delivery?: FieldSource
  /** Default `permission`. */
  readonly permission?: FieldSource
  /** Milliseconds. Default `expected_duration_ms`. */
  readonly expectedDurationMs?: FieldSource
}
