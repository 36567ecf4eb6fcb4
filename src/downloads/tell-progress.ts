import type { SaveProgress } from './delivery.js'

/** Pieces come by the thousand, and each telling may draw something. */
const TELL_EVERY_MS = 100

/**
 * Tells how much of a file has come, now and then.
 *
 * @param total - All bytes, or `null` when nobody says.
 * @returns Call it with how many bytes have come so far, after each piece.
 */
export function createProgressTeller(
  total: number | null,
  onProgress: ((progress: SaveProgress) => void) | undefined,
): (loaded: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY
  return (loaded) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return
    toldAt = performance.now()
    onProgress?.({ loaded, total })
  }
}
