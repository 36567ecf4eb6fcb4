import type { ClientCapabilities, ExportJobsClient } from '../../core/client.js'
import type { ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportStatus } from '../../core/status.js'
import type {
  RestFields,
  RestGrantFields,
  RestPageFields,
  RestReportTypeFields,
} from './answer-options.js'
import type {
  RestCreateOptions,
  RestOrderingOptions,
  RestParams,
  RestPaths,
} from './request-options.js'

/** How to reach the backend. */
export interface RestConnectionOptions {
  /**
   * Where the backend's API is: absolute (`https://api.example.com/v1`) or from the page's root
   * (`/api`). Absolute where it also runs on a server.
   */
  readonly baseUrl: string
  /** Stable name of this backend, the same on server and browser. Default `baseUrl`. */
  readonly key?: string
  /** What sends the requests. Default the global `fetch`, looked up at each request. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  /** Headers of every request, such as the access token; a function is asked for each request. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>)
  /** Whether cookies travel. Default `same-origin`. */
  readonly credentials?: RequestCredentials
  /**
   * Called when the backend answers 401, so that the host can renew its session. Requests refused
   * meanwhile share one call; each is then sent once more, unless the answer is `false`.
   */
  readonly onUnauthenticated?: () => Promise<unknown>
  /** Longest wait for an answer in milliseconds; beyond is `timeout`. Default 30,000. */
  readonly timeoutMs?: number
  /** Largest answer that is read, in bytes; beyond is `bad_response`. Default 5,000,000. */
  readonly maxResponseBytes?: number
}

/** The optional methods that the backend serves. */
export interface RestActions {
  /** Whether exports can be asked for. Default `true`. Source: M11. */
  readonly create?: boolean
  /** Whether unfinished jobs can be cancelled. Default `false`. */
  readonly cancel?: boolean
  /** Whether failed jobs can be started again. Default `false`. */
  readonly retry?: boolean
  /** Whether jobs can be removed. Default `false`. */
  readonly delete?: boolean
  /** Whether it lists the report types. Default `false`. */
  readonly reportTypes?: boolean
}

/**
 * What {@link createRestClient} is made from. Without more than `baseUrl` it speaks the contract of
 * `openapi.yaml`; everything else remaps it to what a backend speaks.
 *
 * @typeParam Extra - What `extra` adds to each job.
 */
export interface RestClientOptions<Extra = unknown> extends RestConnectionOptions {
  /** Paths under `baseUrl`. */
  readonly paths?: RestPaths
  /** Names of the query parameters. Source: M9. */
  readonly params?: RestParams
  /**
   * Parameter (and field of a create request) that carries each scope entry; `null` does not send
   * it. Entries not named here travel under their own names, and an entry that a path uses
   * (`/companies/{companyId}/exports`) travels there alone. Default `{ companyId: 'company_id' }`.
   */
  readonly scopeParams?: Readonly<Record<string, string | null>>
  /**
   * How several values travel: `status=a,b`, `status=a&status=b` or `status[]=a&status[]=b`.
   * Values with a comma in them need one of the latter. Default `comma`.
   */
  readonly arrayFormat?: 'comma' | 'repeat' | 'brackets'
  /** Number of the first page on the wire. Default 0. Source: M6. */
  readonly pageBase?: 0 | 1
  /** Whether the page parameter counts pages or the rows to skip. Default `number`. */
  readonly pageStyle?: 'number' | 'offset'
  /** How sort keys travel; `null` where the backend does not sort. Source: M10. */
  readonly ordering?: RestOrderingOptions | null
  /**
   * What the created filter sends. `date`: the two calendar dates, both inclusive, as the backend's
   * `wireTimeZone` understands them; a list in another time zone is then off by the zones'
   * difference. `instant`: the two days' bounds in the list's own zone as instants, written as
   * `instants` says, the first inclusive and the second exclusive. Default `date`. Source: M9.
   */
  readonly createdFilter?: 'date' | 'instant'
  /** How a request for an export travels. Source: M11. */
  readonly create?: RestCreateOptions
  /** Which optional methods the client has. */
  readonly actions?: RestActions
  /** The backend's push, such as `createSseSubscribe` makes it. Default none: the list is polled. */
  readonly subscribe?: ExportJobsClient['subscribe']

  /** Where each field of a job stands in the backend's job. */
  readonly fields?: RestFields
  /** Makes each job's `extra` from the backend's job; plain JSON. Default `null`. */
  readonly extra?: (wireJob: unknown) => Extra
  /** Where each field of a page stands in the backend's answer. Source: M8. */
  readonly page?: RestPageFields
  /** Path of the job in answers that hold one, such as `data`. Default the answer itself. */
  readonly envelope?: string
  /** Where each field of a download grant stands in the backend's answer. Source: M13. */
  readonly grant?: RestGrantFields
  /** Where each field of a report type stands in the backend's. */
  readonly reportTypeFields?: RestReportTypeFields
  /**
   * The backend's status words, all of them, and what they mean. Filters send its words, and its
   * statuses are the filter's choices. Words it lacks are still understood when they are ours.
   * Source: W7.
   */
  readonly statusMap?: Readonly<Record<string, ExportStatus>>
  /**
   * The backend's file formats and ours, such as `{ 'text/csv': 'csv' }`. Default the same word. Which
   * ones are offered is said by `capabilities.fileFormats`, `csv` and `pdf` unless told otherwise.
   */
  readonly formatMap?: Readonly<Record<string, string>>
  /** The backend's error codes and ours, such as `{ export_running: 'not_ready' }`. */
  readonly errorCodes?: Readonly<Record<string, ExportJobsErrorCode>>
  /** What progress is counted to on the wire. Default 1. */
  readonly progressScale?: 1 | 100
  /** How instants are written: ISO 8601, or as numbers since 1970. Default `iso`. */
  readonly instants?: 'iso' | 'epochSeconds' | 'epochMilliseconds'
  /** IANA zone of the backend's dates, and of its instants without offset. Default `UTC`. */
  readonly wireTimeZone?: string
  /** How long jobs are kept; fills `removedAt` where the backend does not tell it. Source: W8. */
  readonly retention?: {
    /** Days of 24 hours. */
    readonly days: number
    /** The instant they count from. */
    readonly from: 'createdAt'
  }
  /**
   * Replaces what the other options say about the backend, such as `{ pagination: 'cursor' }` where
   * pages are marked and not counted.
   */
  readonly capabilities?: Partial<ClientCapabilities>
}
