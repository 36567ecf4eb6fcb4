import type { TabStorage } from './tab-storage.js'

/** Messages between windows of one origin. Never throws; what cannot be sent is not sent. */
export interface TabChannel {
  /** Tells the other windows, while this one listens itself. Plain JSON only, and never a secret. */
  post(message: unknown): void
  /**
   * Hears what other windows tell.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: (message: unknown) => void): () => void
}

/** What {@link createTabChannel} runs on. */
export interface TabChannelOptions {
  /** The channel's name, the same in every window. */
  readonly name: string
  /** Carries the messages where there is no BroadcastChannel. */
  readonly storage: TabStorage
  /** Opens a BroadcastChannel; may throw. Default the browser's. */
  readonly open?: (name: string) => BroadcastChannel
}

/** Makes a channel: a BroadcastChannel, else storage events, else none. Opens nothing until used. */
export function createTabChannel(options: TabChannelOptions): TabChannel {
  const { name, storage, open = (text) => new BroadcastChannel(text) } = options
  const listeners = new Set<(message: unknown) => void>()
  let channel: BroadcastChannel | null = null
  let close = () => {}
  let count = 0

  function emit(message: unknown): void {
    for (const listener of listeners) listener(message)
  }

  function start(): void {
    try {
      const opened = open(name)
      opened.onmessage = ({ data }) => emit(data)
      close = () => opened.close()
      channel = opened
    } catch {
      channel = null
      close = storage.subscribe((key, value) => {
        if (key === name && value !== null) emit(parseMessage(value))
      })
    }
  }

  return {
    post(message) {
      if (listeners.size === 0) return
      try {
        if (channel !== null) channel.postMessage(message)
        else {
          // The same text twice would raise no event.
          storage.write(name, JSON.stringify([++count, message]))
          storage.write(name, null)
        }
      } catch {
        // A host's own client put something into a job that is not plain data: the others ask themselves.
      }
    },
    subscribe(listener) {
      if (listeners.size === 0) start()
      listeners.add(listener)
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) close()
      }
    },
  }
}

function parseMessage(text: string): unknown {
  try {
    return JSON.parse(text)[1]
  } catch {
    return null
  }
}
