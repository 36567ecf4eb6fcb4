import type { ExportRequest } from '../core/request.js'

/** Where the file of a request comes back at once, as an attachment: a link. Source: M12. */
export interface DirectLink {
  /** The address of a request's file. */
  readonly href: (request: ExportRequest) => string
}

/**
 * The file of a request comes back at once as the answer to a request of the host's own, such as one
 * with headers. Source: M12.
 */
export interface DirectRequest {
  /**
   * Asks for the file, and answers as soon as the headers are there; the body is read piece by piece.
   *
   * @param options.signal - Ends the request when the person no longer wants the file.
   */
  readonly request: (
    request: ExportRequest,
    options: { readonly signal: AbortSignal },
  ) => Promise<Response>
  /**
   * Most bytes that are kept in memory, where no place on the disk was chosen; beyond, the background
   * job is proposed. Default 50,000,000.
   */
  readonly maxBlobBytes?: number
}

/** The way to the file itself, beside the background job. Source: M12. */
export type DirectExport = DirectLink | DirectRequest
