import type { TabLockRequest } from './tab-lock.js'
import type { TabStorage } from './tab-storage.js'

interface LeaseOptions extends TabLockRequest {
  readonly storage: TabStorage
  readonly now: () => number
  readonly random: () => number
  readonly name: string
}

const BEAT_MS = 1_000
/** Over four beats, because hidden pages' timers come late. */
const LEASE_MS = 4_500
/** How long a write needs to reach the other windows, so that two that write at once see it. */
const SETTLE_MS = 150

/**
 * Holds a lock by a lease in storage, renewed by a heartbeat. A window that is gone stops renewing.
 *
 * Storage has no compare-and-set, so that a window writes its name, waits and looks whether it still
 * stands. Where storage is not shared, every window holds the lock.
 *
 * @returns A function that lets go, or stops waiting.
 */
export function holdLease(options: LeaseOptions): () => void {
  const { storage, now, random, onHeld, onLost } = options
  const key = `react-export-jobs:lease:${options.name}`
  const me = String(random())
  /** Whom to take it from, again if its next heartbeat crosses the theft; a third one is let be. */
  const victim = options.steal ? read()[0] : null
  let isHeld = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const renew = () => storage.write(key, JSON.stringify([me, now() + LEASE_MS]))

  function beat(): void {
    const [holder, until] = read()
    const left = until - now()
    let wait = BEAT_MS
    if (holder === me) {
      renew()
      if (!isHeld) onHeld(true)
      isHeld = true
    } else if (isHeld) {
      stop()
      onLost()
    } else if (holder === victim || !(left > 0 && left <= LEASE_MS)) {
      wait = SETTLE_MS * (1 + random())
      if (!renew()) {
        stop()
        onHeld(false)
      }
    }
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(beat, wait)
  }

  function read(): readonly [unknown, number] {
    try {
      const [holder, until] = JSON.parse(storage.read(key) ?? '[]')
      return [holder, Number(until)]
    } catch {
      return ['', 0]
    }
  }

  function stop(): void {
    isOver = true
    clearTimeout(timer)
    unsubscribe()
  }

  // A lease that another window took, or let go, is seen at once.
  const unsubscribe = storage.subscribe((changed) => {
    if (changed === key && (isHeld || storage.read(key) === null)) beat()
  })
  timer = setTimeout(beat, 0)
  return () => {
    if (isOver) return
    stop()
    if (read()[0] === me) storage.write(key, null)
  }
}
