import { createTabChannel, type TabChannel } from './tab-channel.js'
import { createTabLock, type TabLock } from './tab-lock.js'
import { createTabStorage, type TabStorage } from './tab-storage.js'

/** What the windows of one owner share. */
export interface Tabs {
  /** Texts that outlive the windows. */
  readonly storage: TabStorage
  /** Messages between them. */
  readonly channel: TabChannel
  /** Locks that one of them holds. */
  readonly lock: TabLock
}

/**
 * What the windows of an owner share in a browser, each part by the best way the browser offers.
 *
 * @param ownerHash - Names the owner; windows of other owners hear and hold nothing of this one's.
 */
export function createBrowserTabs(ownerHash: string): Tabs {
  const storage = createTabStorage()
  return {
    storage,
    channel: createTabChannel({ name: `react-export-jobs:1:${ownerHash}`, storage }),
    lock: createTabLock({ storage }),
  }
}

/** A window that shares nothing, for pages where nobody is known to be signed in. */
export function createSoloTabs(): Tabs {
  return {
    storage: createTabStorage({ open: () => null, events: () => new EventTarget() }),
    channel: { post: () => {}, subscribe: () => () => {} },
    lock: {
      hold(_name, { onHeld }) {
        const timer = setTimeout(onHeld, 0, true)
        return () => clearTimeout(timer)
      },
    },
  }
}
