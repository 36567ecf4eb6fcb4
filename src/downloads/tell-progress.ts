import type { SaveProgress } from './delivery.js'

/** Pieces come by the thousand, and each telling may draw something. */
const TELL_EVERY_MS = 100

/** Tells how much of a file has come. */
export interface ProgressTeller {
  /** Takes down how many bytes have come so far; it is told at once or a little later. */
  tell(loaded: number): void
  /** Tells nothing more: the file is here, or will not come. */
  stop(): void
}

/**
 * Tells how much of a file has come, now and then. What came last is told too, though nothing follows it:
 * a connection that stalls must not leave an older number on screen.
 *
 * @param total - All bytes, or `null` when nobody says.
 */
export function createProgressTeller(
  total: number | null,
  onProgress: ((progress: SaveProgress) => void) | undefined,
): ProgressTeller {
  let latest = 0
  let toldAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    timer = undefined
    toldAt = performance.now()
    onProgress?.({ loaded: latest, total })
  }
  return {
    tell(loaded) {
      latest = loaded
      if (timer !== undefined) return
      const waitMs = toldAt + TELL_EVERY_MS - performance.now()
      if (waitMs <= 0) now()
      else timer = setTimeout(now, waitMs)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
