import type { ExportJobsClient, RequestOptions } from '../core/client.js'
import type { ExportScope } from '../core/job.js'
import type { ExportRequest } from '../core/request.js'

/** What {@link exportClientContract} is told about the client under test. */
export interface ExportClientContractOptions {
  /**
   * Makes the client, for each case anew; also once at the start, to see what it can do. Its backend
   * should hold at least five jobs in `scope`, among them a completed one with a file and an
   * unfinished one; cases that change something change only jobs that they made, except a failed
   * one that they retry and a finished one that they delete.
   */
  readonly createClient: () => ExportJobsClient
  /** The tenant context of the jobs. */
  readonly scope: ExportScope
  /** Another tenant context, to see that it shares nothing with the first. Default not looked at. */
  readonly otherScope?: ExportScope
  /** An id that the backend does not know but might. Default `987654321`. */
  readonly unknownId?: string
  /** A request that the backend grants; without it, asking for exports is not looked at. */
  readonly request?: ExportRequest
  /** IANA zone in which created filters are looked at. Default `UTC`. */
  readonly timeZone?: string
  /**
   * Lets at least a second pass on the backend's clock. With it, two download links in a row must
   * differ, which proves that none is kept.
   */
  readonly passTime?: () => void | Promise<void>
}

/** One rule of the contract, as a test. */
export interface ContractCase {
  /** What must hold, such as "rejects with not_found for an id that it does not know". */
  readonly name: string
  /** Runs the test; rejects with an `Error` that says what does not hold. */
  run(): Promise<void>
}

/** What a case works with. */
export interface CaseContext {
  /** What the host told. */
  readonly options: ExportClientContractOptions
  /** A fresh client. */
  readonly client: ExportJobsClient
  /** What goes with each request. */
  readonly request: RequestOptions
}

/** Writes one case. */
export type DefineCase = (name: string, check: (context: CaseContext) => Promise<void>) => void
