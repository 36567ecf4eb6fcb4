import type { TabChannel } from '../sync/tab-channel.js'
import type { TabLock } from '../sync/tab-lock.js'
import type { NoticeEnvironment } from './notice-environment.js'

/** The one place among an owner's windows from which jobs are watched and notices shown. */
export interface TabSeat {
  /** `alone`: this window has it; `shared`: every window has it, for want of locks; `null`: not. */
  read(): 'alone' | 'shared' | null
  /** Says whether this window wants it at all. */
  want(isWanted: boolean): void
  /** Takes in that the page became visible or hidden, or got the focus. */
  onPageChange(): void
  /** Takes in another window's word. */
  onMessage(message: unknown): void
}

/** What {@link createTabSeat} runs on. */
export interface TabSeatOptions {
  /** The seat's name, the same in every window of the owner. */
  readonly name: string
  /** Holds the seat. */
  readonly lock: TabLock
  /** Tells other windows that the one that has the seat is hidden. */
  readonly channel: TabChannel
  /** The page. */
  readonly environment: NoticeEnvironment
  /** Runs when this window gets or loses the seat. */
  readonly onChange: () => void
}

/** What the former window wrote reaches this one a moment after its lock does. */
const SETTLE_MS = 200
const HIDDEN = 'seat-hidden'

/**
 * Competes for the seat. The window that a person turned to last takes it from any other; one that is
 * hidden says so, and a visible one takes it over.
 */
export function createTabSeat(options: TabSeatOptions): TabSeat {
  const { name, lock, channel, environment, onChange } = options
  let isWanted = false
  let isHeld = false
  let state: 'alone' | 'shared' | null = null
  let letGo = () => {}

  function leave(): void {
    letGo()
    letGo = () => {}
    isHeld = false
    state = null
  }

  function take(steal: boolean): void {
    leave()
    letGo = lock.hold(name, {
      steal,
      onHeld(isAlone) {
        isHeld = true
        if (!environment.isVisible()) channel.post(HIDDEN)
        const release = letGo
        const timer = setTimeout(() => {
          state = isAlone ? 'alone' : 'shared'
          onChange()
        }, SETTLE_MS)
        letGo = () => {
          clearTimeout(timer)
          release()
        }
      },
      onLost() {
        take(false)
        onChange()
      },
    })
  }

  return {
    read: () => state,
    want(next) {
      if (next === isWanted) return
      isWanted = next
      if (isWanted) take(environment.isVisible() && environment.hasFocus())
      else leave()
    },
    onPageChange() {
      if (!isWanted) return
      if (!environment.isVisible()) {
        if (isHeld) channel.post(HIDDEN)
      } else if (!isHeld) take(true)
    },
    onMessage(message) {
      if (message === HIDDEN && isWanted && !isHeld && environment.isVisible()) take(true)
    },
  }
}
