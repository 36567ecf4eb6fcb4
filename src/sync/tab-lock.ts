import { holdLease } from './hold-lease.js'
import { holdWebLock } from './hold-web-lock.js'
import type { TabStorage } from './tab-storage.js'

/** One window's wish to hold a lock. */
export interface TabLockRequest {
  /** Whether to take the lock from the window that holds it, instead of waiting. */
  readonly steal: boolean
  /**
   * Runs once the lock is held.
   *
   * @param isAlone - Whether no other window can hold it at the same time; `false` where the browser
   *   offers no way to know of other windows.
   */
  readonly onHeld: (isAlone: boolean) => void
  /** Runs when another window has stolen the lock; the request is over then. */
  readonly onLost: () => void
}

/** Locks that at most one window of an origin holds. A window that closes or crashes lets go. */
export interface TabLock {
  /**
   * Asks for a lock.
   *
   * @returns A function that lets go, or stops waiting.
   */
  hold(name: string, request: TabLockRequest): () => void
}

/** What {@link createTabLock} runs on. */
export interface TabLockOptions {
  /** Holds the leases where there are no Web Locks (plain http). */
  readonly storage: TabStorage
  /** The Web Locks, or `undefined`. Default the browser's. */
  readonly locks?: () => Pick<LockManager, 'request'> | undefined
  /** The present instant in epoch milliseconds on this machine's clock. Default `Date.now`. */
  readonly now?: () => number
  /** Draws a number from 0 (inclusive) to 1 (exclusive). Default `Math.random`. */
  readonly random?: () => number
}

/** Makes locks: Web Locks, else leases in storage, else every window holds every lock. */
export function createTabLock(options: TabLockOptions): TabLock {
  const { storage, now = Date.now, random = Math.random } = options
  const locks = options.locks ?? (() => (globalThis.navigator as Partial<Navigator>)?.locks)
  return {
    hold(name, request) {
      const lease = () => holdLease({ storage, now, random, name, ...request })
      const manager = locks()
      return manager === undefined ? lease() : holdWebLock(manager, name, request, lease)
    },
  }
}
