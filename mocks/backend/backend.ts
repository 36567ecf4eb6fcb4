import type { ExportRequest } from '../../src/core/request.js'
import type { GeneratedFile } from '../files/write-file.js'
import type { Clock, ManualClock } from './clock.js'
import type { Faults, Operation } from './faults.js'
import type { JobOutcome, PlanChoice } from './job-plan.js'
import type { BackendPage, BackendQuery } from './job-query.js'
import type { BackendJob, JobOverrides } from './job-record.js'
import type { JobSeed } from './job-seed.js'
import type { Permissions } from './permissions.js'
import type { BackendReportType } from './report-types.js'
import type { SignatureVerdict } from './signed-path.js'

/** How a backend is set up; every part has a default. */
export interface ExportBackendOptions {
  /** Where the time comes from. Default a manual clock at 2026-11-23T09:00:00Z. */
  readonly clock?: Clock
  /** Decides every random draw. Default `1`. */
  readonly seed?: number | string
  /** The company that added jobs belong to unless they say otherwise. Default `7`. */
  readonly companyId?: string
  /** What can be exported. The first one is taken when a request names none. */
  readonly reportTypes?: readonly BackendReportType[]
  /** The parts of every new job's plan that are not drawn. */
  readonly plan?: PlanChoice
  /** The same for one report type, by its id; beats `plan`. */
  readonly plans?: Readonly<Record<string, PlanChoice>>
  /** Time that a running job needs to stop, in milliseconds. Default 1500. */
  readonly cancelMs?: number
  /** How long rows are kept from their creation. Default for ever. Source: W8. */
  readonly retention?: { readonly days: number } | null
  /** How long a file is kept from its job's completion, in milliseconds. Default for ever. */
  readonly fileLifetimeMs?: number | null
  /** How long a download link lives, in seconds. Default 3600. Source: M13. */
  readonly grantLifetimeSeconds?: number
  /** The key that links are signed with. */
  readonly secret?: string
  /** Fills the backend, at its making and at each `reset`; a scenario fits here. */
  readonly setup?: (backend: ExportBackend) => void
}

/** On whose behalf something is asked. Left out, the backend trusts the caller. */
export interface BackendAccess {
  /** The company whose jobs may be touched. */
  readonly companyId: string
  /** Who asks, ready to show, or `null`. */
  readonly user?: string | null
}

/** What a new job is made from. */
export interface BackendCreateRequest extends ExportRequest {
  /** The company that will own it. */
  readonly companyId: string
  /** The same key makes the same job; `null` makes a new one. */
  readonly idempotencyKey?: string | null
}

/** What came of a request for a job. */
export interface BackendCreateResult {
  /** The job. */
  readonly job: BackendJob
  /** Whether it was made now, instead of by an earlier request with the same key. */
  readonly isNew: boolean
}

/** How files are handed out: each as it is, or inside a ZIP. Source: M13. */
export type Packaging = 'plain' | 'zip'

/** Which of a job's files, and how it is handed out. */
export interface FileChoice {
  /** One file; left out, the only one or all of them in a ZIP. */
  readonly fileId?: string | null
  /** How it is handed out. Default `plain`. */
  readonly packaging?: Packaging
}

/** A signed right to fetch a file, without the place that the host gives it. */
export interface BackendGrant {
  /** Path below the files' place, such as `/7/1001/file-1`. */
  readonly path: string
  /** Signed query, `expires=...&signature=...`. */
  readonly query: string
  /** Suggested file name. */
  readonly filename: string
  /** Instant of expiry in epoch milliseconds. */
  readonly expiresAt: number
  /** Lifetime in seconds. */
  readonly expiresInSeconds: number
}

/** One request that arrived. */
export interface LoggedRequest {
  /** What it asked for, or `null` when no route knew it. */
  readonly operation: Operation | null
  /** HTTP method. */
  readonly method: string
  /** Path and query, without signatures. */
  readonly path: string
  /** The job in question, or `null`. */
  readonly jobId: string | null
  /** Instant of arrival on the backend's clock, ISO 8601. */
  readonly at: string
  /** HTTP status of the answer; 0 for a broken connection; `null` while there is none. */
  readonly status: number | null
}

/** A stateful export service that lives in memory. Its jobs move on as its clock goes. */
export interface ExportBackend {
  /** Its clock. `advance` and `set` work over the machine's clock too, by shifting it. */
  readonly clock: ManualClock
  /** What can be exported. */
  readonly reportTypes: readonly BackendReportType[]
  /** The company that added jobs belong to unless they say otherwise. */
  readonly companyId: string
  /** Who may see a company's reports. */
  readonly permissions: Permissions
  /** What goes wrong. */
  readonly faults: Faults
  /** The requests that arrived, oldest first; the last 10,000 are kept. */
  readonly log: readonly LoggedRequest[]
  /** Number of writes so far: jobs added, created, changed or removed. The clock counts nothing. */
  readonly changes: number
  /** Puts everything back to how it was made, `setup` included. */
  reset(): void
  /** Puts a job in. */
  addJob(seed?: JobSeed): BackendJob
  /** Changes values of a job; they then stay. */
  updateJob(id: string, overrides: JobOverrides): BackendJob
  /** Ends an unfinished job now, with what its plan says or another outcome. */
  finish(id: string, outcome?: JobOutcome): BackendJob
  /** Gives the next created or retried job these parts of its plan. Calls queue up. */
  planNext(choice: PlanChoice): void
  /** Gives every job added, created or retried from now on these parts of its plan. */
  planEvery(choice: PlanChoice): void
  /** Reads a page. @throws {BackendRefusal} `forbidden`. */
  list(query: BackendQuery, access?: BackendAccess): BackendPage
  /** Reads a job. @throws {BackendRefusal} `forbidden`, `not_found`. */
  get(id: string, access?: BackendAccess): BackendJob
  /** Makes a job. @throws {BackendRefusal} `forbidden`, `invalid`. */
  create(request: BackendCreateRequest, access?: BackendAccess): BackendCreateResult
  /** Stops a job. @throws {BackendRefusal} `forbidden`, `not_found`, `conflict`. */
  cancel(id: string, access?: BackendAccess): BackendJob
  /** Starts a failed or canceled job again. @throws {BackendRefusal} as `cancel`. */
  retry(id: string, access?: BackendAccess): BackendJob
  /** Removes a finished job. @throws {BackendRefusal} as `cancel`. */
  remove(id: string, access?: BackendAccess): void
  /**
   * Grants a download.
   *
   * @param choice.lifetimeSeconds - Real life of the link; left out, the backend's.
   * @throws {BackendRefusal} `forbidden`, `not_found`, `not_ready`, `no_file`, `gone`.
   */
  grant(
    id: string,
    choice?: FileChoice & { readonly lifetimeSeconds?: number },
    access?: BackendAccess,
  ): BackendGrant
  /** Checks a signed path against the clock. */
  verify(path: string, query: URLSearchParams): SignatureVerdict
  /** Generates a job's file. @throws {BackendRefusal} as `grant`, without `forbidden`. */
  readFile(id: string, choice?: FileChoice): Promise<GeneratedFile>
  /**
   * Generates a report at once, without a job. Source: M12.
   *
   * @throws {BackendRefusal} `forbidden`, `invalid`.
   */
  generateReport(request: BackendCreateRequest, access?: BackendAccess): Promise<GeneratedFile>
  /**
   * Notes a request.
   *
   * @returns A function that notes the status of its answer.
   */
  record(request: Omit<LoggedRequest, 'at' | 'status'>): (status: number) => void
}
