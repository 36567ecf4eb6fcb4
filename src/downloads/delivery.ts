import type { DownloadGrant } from '../core/download-grant.js'
import type { ExportJobsError } from '../core/errors.js'

/**
 * How a file is handed over: to a hidden frame, so that the browser downloads it and the page stays;
 * in a new tab; or straight onto the disk, where the person chooses the place. Source: M13, E6.
 */
export type DownloadDelivery = 'frame' | 'newTab' | 'save'

/**
 * Opens the place that a file is written to; called at the press, before anything is asked for.
 * Reject with an `AbortError` when the person wants none.
 *
 * @param suggestedName - A safe file name.
 */
export type SaveTarget = (suggestedName: string) => Promise<WritableStream<Uint8Array>>

/** How much of a file has been written. */
export interface SaveProgress {
  /** Bytes written. */
  readonly loaded: number
  /** All bytes, or `null` when nobody says. */
  readonly total: number | null
}

/** What became of handing over one file. */
export type Delivered =
  /** The browser has taken the file. */
  | {
      readonly kind: 'started'
      /** Why it was not written straight onto the disk, where that was wanted. */
      readonly instead?: 'no_picker' | 'unreadable'
    }
  /** All of it is on the disk. */
  | { readonly kind: 'saved'; readonly sizeBytes: number }
  /** The person chose no place for it, or closed its tab. */
  | { readonly kind: 'canceled' }
  /** The browser lets it through only at another press, which has to call `press` at once. */
  | { readonly kind: 'blocked'; readonly press: () => Promise<Delivered> }

/** How a file is handed over. */
export interface DeliverOptions {
  /** Asks for one fresh grant. Its rejections are passed on. */
  readonly ask: () => Promise<DownloadGrant>
  /** Whether plain http links are followed. */
  readonly allowInsecure: boolean
  /** The page. */
  readonly document: Document
  /** Hears of a refusal that came after the hand-over was taken for good. */
  readonly onLateRefusal: (error: ExportJobsError) => void
  /** How. Default `frame`. */
  readonly delivery?: DownloadDelivery
  /** What a new tab says until the file takes its place. */
  readonly tabText?: string
  /** What the file is called where the person chooses its place. */
  readonly suggestedName?: string
  /** Opens the place to write to. Default the browser's own picker, where it has one. */
  readonly saveTarget?: SaveTarget
  /** Origins whose files scripts of this page may read, so that it is not tried out. Default none. */
  readonly readableOrigins?: readonly string[]
  /** Hears how much has been written. */
  readonly onProgress?: (progress: SaveProgress) => void
}
