import type { NoticeEnvironment } from '../../src/notices/notice-environment.js'
import { createTabChannel } from '../../src/sync/tab-channel.js'
import { createTabLock } from '../../src/sync/tab-lock.js'
import { createTabStorage } from '../../src/sync/tab-storage.js'
import type { Tabs } from '../../src/sync/tabs.js'

/** How a simulated browser differs from a good one. */
export interface FakeBrowserOptions {
  /** Whether it has Web Locks. Default `true`. */
  readonly hasLocks?: boolean
  /** Whether it has BroadcastChannel. Default `true`. */
  readonly hasChannel?: boolean
  /** What its storage does. Default `good`. */
  readonly storage?: 'good' | 'full' | 'forbidden'
  /** Whether storage takes nothing more by now. Default never. */
  readonly isFull?: () => boolean
  /** Draws the windows' numbers. Default `Math.random`. */
  readonly random?: () => number
  /** How long a window's writes and messages take to another, in milliseconds. Default 5. */
  readonly delayMs?: () => number
}

type PageChange = 'visibility' | 'focus' | 'network'

/** One window of a simulated browser. */
export interface FakeWindow {
  readonly tabs: Tabs
  readonly environment: NoticeEnvironment
  /** Whether it still runs; what a dead window's code does reaches nobody. */
  isAlive(): boolean
  /** Shows or hides it. */
  setVisible(isVisible: boolean): void
  /** Gives it the focus. */
  focus(): void
  /** Joins or leaves the network. */
  setOnline(isOnline: boolean): void
  /** Ends it at once: its locks go, and nothing of it runs any more. */
  crash(): void
}

/** A browser with several windows of one origin, whose storage reaches the others late. */
export interface FakeBrowser {
  open(state?: { readonly isVisible?: boolean }): FakeWindow
  /** What is stored, as a new window would find it. */
  readonly stored: Map<string, string>
  /** Names of the locks that are held. */
  heldLocks(): readonly string[]
}

interface Waiting {
  readonly name: string
  readonly owner: object
  run(): Promise<unknown> | undefined
  resolve(value: unknown): void
  reject(reason: unknown): void
}

export function createFakeBrowser(options: FakeBrowserOptions = {}): FakeBrowser {
  const { hasLocks = true, hasChannel = true, storage = 'good', delayMs = () => 5 } = options
  const { isFull = () => storage === 'full', random = Math.random } = options
  const stored = new Map<string, string>()
  const windows = new Set<FakeParts>()
  const locks = createFakeLocks()
  let focused: FakeParts | null = null

  function open({ isVisible = true } = {}): FakeWindow {
    const events = new EventTarget()
    const own = new Map(stored)
    const state = { isAlive: true, isVisible, isOnline: true }
    const listeners = new Set<(change: PageChange) => void>()
    const channels = new Set<BroadcastChannel>()
    const parts: FakeParts = {
      events,
      own,
      state,
      channels,
      area: createArea(),
      pending: new Map(),
    }
    windows.add(parts)
    if (isVisible) focused = parts

    function createArea(): Storage {
      const write = (key: string, value: string | null) => {
        if (!state.isAlive || (own.get(key) ?? null) === value) return
        if (value !== null && isFull()) throw new DOMException('', 'QuotaExceededError')
        put(own, key, value)
        parts.pending.set(key, (parts.pending.get(key) ?? 0) + 1)
        inOrder(() => commit(key, value))
      }
      return {
        get length() {
          return own.size
        },
        key: (index) => [...own.keys()][index] ?? null,
        getItem: (key) => own.get(key) ?? null,
        setItem: (key, value) => write(key, value),
        removeItem: (key) => write(key, null),
        clear: () => own.clear(),
      }
    }

    /** A write reaches the browser, also when its window is gone meanwhile, and then the others. */
    function commit(key: string, newValue: string | null): void {
      put(stored, key, newValue)
      parts.pending.set(key, (parts.pending.get(key) ?? 1) - 1)
      for (const other of windows) {
        // A window that has itself written meanwhile is about to win.
        if (other === parts || other.pending.get(key)) continue
        put(other.own, key, newValue)
        const fields = { key, newValue, storageArea: other.area }
        other.events.dispatchEvent(Object.assign(new Event('storage'), fields))
      }
    }

    /** What one window does takes effect late, but in the order in which it was done. */
    let lastAt = 0
    function inOrder(run: () => void): void {
      lastAt = Math.max(Date.now() + delayMs(), lastAt)
      setTimeout(run, lastAt - Date.now())
    }

    function createChannel(name: string): BroadcastChannel {
      if (!hasChannel) throw new ReferenceError('BroadcastChannel is not defined')
      const target = new EventTarget()
      const channel: BroadcastChannel = Object.assign(target, {
        name,
        onmessage: null,
        onmessageerror: null,
        close: () => {
          channels.delete(channel)
        },
        postMessage(message: unknown) {
          const data = structuredClone(message)
          if (!state.isAlive) return
          inOrder(() => {
            for (const other of windows) {
              if (other === parts) continue
              for (const { name: otherName, onmessage } of other.channels) {
                if (otherName === name) onmessage?.call(channel, new MessageEvent('', { data }))
              }
            }
          })
        },
      })
      channels.add(channel)
      return channel
    }

    const tabStorage = createTabStorage({
      open() {
        if (storage === 'forbidden') throw new DOMException('', 'SecurityError')
        return parts.area
      },
      events: () => events,
    })
    const tell = (change: PageChange) => {
      if (state.isAlive) for (const listener of listeners) listener(change)
    }
    return {
      tabs: {
        storage: tabStorage,
        channel: createTabChannel({ name: 'channel', storage: tabStorage, open: createChannel }),
        lock: createTabLock({
          storage: tabStorage,
          random,
          locks: () => (hasLocks ? locks.managerOf(state) : undefined),
        }),
      },
      environment: {
        isVisible: () => state.isAlive && state.isVisible,
        hasFocus: () => state.isAlive && focused === parts,
        isOnline: () => state.isAlive && state.isOnline,
        subscribe(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      isAlive: () => state.isAlive,
      setVisible(next) {
        state.isVisible = next
        tell('visibility')
      },
      focus() {
        focused = parts
        tell('focus')
      },
      setOnline(next) {
        state.isOnline = next
        tell('network')
      },
      crash() {
        state.isAlive = false
        windows.delete(parts)
        locks.releaseAll(state)
      },
    }
  }

  return { open, stored, heldLocks: locks.names }
}

interface FakeParts {
  readonly events: EventTarget
  readonly own: Map<string, string>
  readonly state: { isAlive: boolean }
  readonly channels: Set<BroadcastChannel>
  readonly area: Storage
  /** Writes of its own, by key, that have not reached the browser. */
  readonly pending: Map<string, number>
}

function put(map: Map<string, string>, key: string, value: string | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

function createFakeLocks() {
  const held = new Map<string, Waiting>()
  let queue: readonly Waiting[] = []

  function grant(waiting: Waiting): void {
    held.set(waiting.name, waiting)
    Promise.resolve(waiting.run()).then((value) => {
      if (held.get(waiting.name) === waiting) free(waiting)
      waiting.resolve(value)
    }, waiting.reject)
  }

  function free(waiting: Waiting): void {
    held.delete(waiting.name)
    const next = queue.find(({ name }) => name === waiting.name)
    if (next === undefined) return
    queue = queue.filter((other) => other !== next)
    grant(next)
  }

  function request(owner: { isAlive: boolean }): LockManager['request'] {
    return (name: string, ...rest: readonly unknown[]) => {
      const [options, run] = rest as [LockOptions, LockGrantedCallback<unknown>]
      if (!owner.isAlive) return new Promise<never>(() => {})
      return new Promise<never>((resolve, reject) => {
        const waiting: Waiting = {
          name,
          owner,
          run: () => (owner.isAlive ? Promise.resolve(run(null)) : undefined),
          resolve: (value) => owner.isAlive && resolve(value as never),
          reject: (reason) => owner.isAlive && reject(reason),
        }
        options.signal?.addEventListener('abort', () => {
          if (!queue.includes(waiting)) return
          queue = queue.filter((other) => other !== waiting)
          waiting.reject(new DOMException('', 'AbortError'))
        })
        // As in a browser, a lock is granted a moment after it was asked for.
        setTimeout(() => {
          if (options.signal?.aborted || !owner.isAlive) return
          const holder = held.get(name)
          if (holder === undefined) grant(waiting)
          else if (options.steal) {
            held.delete(name)
            grant(waiting)
            holder.reject(new DOMException('', 'AbortError'))
          } else queue = [...queue, waiting]
        }, 1)
      })
    }
  }

  return {
    managerOf: (owner: { isAlive: boolean }) => ({ request: request(owner) }),
    names: () => [...held.keys()],
    releaseAll(owner: object) {
      queue = queue.filter((waiting) => waiting.owner !== owner)
      for (const waiting of [...held.values()]) if (waiting.owner === owner) free(waiting)
    },
  }
}
