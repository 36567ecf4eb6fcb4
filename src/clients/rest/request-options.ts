import type { ExportScope } from '../../core/job.js'
import type { JobSort, JobSortField } from '../../core/list-query.js'
import type { ExportRequest } from '../../core/request.js'

/** What a path is made from. */
export interface RestPathValues {
  /** The job's id; empty where there is none. */
  readonly id: string
  /** The file's id; empty where there is none. */
  readonly fileId: string
  /** The tenant context. */
  readonly scope: ExportScope
}

/**
 * A path under `baseUrl`: a template with `{id}`, `{fileId}` and scope entries in it, each
 * percent-encoded, or a function that encodes for itself. A verb before it replaces the usual one
 * (`PUT /exports/{id}/stop`), and a query in it stays (`/reports?kind=export`).
 */
export type RestPath = string | ((values: RestPathValues) => string)

/** The backend's paths. Source: M17. */
export interface RestPaths {
  /** The list. Default `/export-jobs`. */
  readonly jobs?: RestPath
  /** One job. Default `/export-jobs/{id}`. */
  readonly job?: RestPath
  /** Where an export is asked for. Default `POST /export-jobs`. */
  readonly create?: RestPath
  /** Where a download link is asked for. Default `/export-jobs/{id}/download`. */
  readonly download?: RestPath
  /** Default `POST /export-jobs/{id}/cancel`. */
  readonly cancel?: RestPath
  /** Default `POST /export-jobs/{id}/retry`. */
  readonly retry?: RestPath
  /** Default `DELETE /export-jobs/{id}`. */
  readonly delete?: RestPath
  /** Default `/report-types`. */
  readonly reportTypes?: RestPath
  /** Where several jobs are read by id, when not from the list. Needs `params.ids`. */
  readonly jobsByIds?: RestPath
}

/** The names of the query parameters; `null` does not send one, and takes its filter away. */
export interface RestParams {
  /** Default `page`. */
  readonly page?: string | null
  /** Default `page_size`. */
  readonly pageSize?: string | null
  /** Mark of the wanted page, with cursor paging. Default `cursor`. */
  readonly cursor?: string | null
  /** Id of the row before which the wanted page ends, with `cursorFrom: 'ids'`. Default `null`. */
  readonly cursorBefore?: string | null
  /** Sort keys. Default `ordering`. */
  readonly ordering?: string | null
  /** Sort directions, with the `separate` format. Default `direction`. */
  readonly direction?: string | null
  /** Default `status`. */
  readonly statuses?: string | null
  /** Default `file_format`. */
  readonly fileFormats?: string | null
  /** Default `report_type`. */
  readonly reportTypes?: string | null
  /** Default `created_at_from`. */
  readonly createdFrom?: string | null
  /** Default `created_at_to`. */
  readonly createdTo?: string | null
  /**
   * One day of creation, for a backend that filters by a single day; it then stands in place of
   * `createdFrom` and `createdTo`. Default `null`. Source: W3.
   */
  readonly createdOn?: string | null
  /** Default `null`. */
  readonly search?: string | null
  /** Default `null`. */
  readonly sources?: string | null
  /** Sends `true` or `false`. Default `null`. */
  readonly hasWarnings?: string | null
  /** Several ids; naming it gives the client `getJobs`. Default `null`. */
  readonly ids?: string | null
  /** Which of several files. Default `file_id`. */
  readonly fileId?: string | null
}

/** How sort keys travel. */
export interface RestOrderingOptions {
  /** The backend's word for each field that it sorts by; what is missing is not offered. */
  readonly fields?: Readonly<Partial<Record<JobSortField, string>>>
  /**
   * `prefix`: `-created_at,id`. `separate`: one parameter for the fields and one for the directions
   * (`asc`, `desc`). A function makes the parameters itself. Default `prefix`.
   */
  readonly format?:
    | 'prefix'
    | 'separate'
    | ((ordering: readonly JobSort[]) => Record<string, string>)
  /** A second key for a first one, in its direction. Default `{ dateFrom: 'id' }`. Source: M7. */
  readonly tieBreakers?: Readonly<Partial<Record<JobSortField, JobSortField>>>
}

/** How a request for an export travels. */
export interface RestCreateOptions {
  /**
   * Path of each value in the JSON body; `null` does not send it. What the person left out is not
   * sent, so that the backend's own default holds. Source: M11.
   */
  readonly fields?: {
    /** Default `report_type`. */
    readonly reportType?: string | null
    /** Default `file_format`. */
    readonly fileFormat?: string | null
    /** Default `date_from`. */
    readonly dateFrom?: string | null
    /** Default `date_to`. */
    readonly dateTo?: string | null
    /** Default `parameters`; the empty text puts them beside the others. */
    readonly parameters?: string | null
    /** Default `name`. */
    readonly name?: string | null
  }
  /**
   * Makes the whole body instead: a plain value is sent as JSON, `URLSearchParams` and `FormData`
   * as forms.
   */
  readonly body?: (request: ExportRequest, details: { readonly scope: ExportScope }) => unknown
  /** Header that makes a repeated request harmless, or `null`. Default `Idempotency-Key`. */
  readonly idempotencyHeader?: string | null
  /** Path of the mark that the job had been running already. Default `existing`. */
  readonly existing?: string
}
