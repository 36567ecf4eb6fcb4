import type { Delivered } from './delivery.js'

/**
 * Keeps downloads single-flight: while one file is being asked for, a second press joins the first.
 */
export interface DownloadDesk {
  /** Runs a download, or joins the one under way for the same key. */
  run(key: string, download: () => Promise<Delivered>): Promise<Delivered>
}

/** Makes a desk with nothing under way. */
export function createDownloadDesk(): DownloadDesk {
  const underWay = new Map<string, Promise<Delivered>>()
  return {
    run(key, download) {
      const known = underWay.get(key)
      if (known !== undefined) return known
      const promise = download().finally(() => underWay.delete(key))
      underWay.set(key, promise)
      return promise
    },
  }
}
