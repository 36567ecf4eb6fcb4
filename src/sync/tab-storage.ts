/**
 * Texts that windows of one origin share and that outlive them. Never throws: what the browser does
 * not take (storage full, forbidden or absent) is kept for this page alone.
 */
export interface TabStorage {
  /** Every pair whose key begins like this; a copy, so that it may be changed meanwhile. */
  entries(prefix: string): ReadonlyMap<string, string>
  /** The text under a key, or `null`. */
  read(key: string): string | null
  /**
   * Writes a text; `null` removes it.
   *
   * @returns Whether other windows see it too.
   */
  write(key: string, value: string | null): boolean
  /** Keeps a text for this page alone, whatever is stored. */
  keep(key: string, value: string | null): void
  /**
   * Hears of what other windows changed: a key and its new text, or `null` twice for everything.
   *
   * @returns A function that stops listening.
   */
  subscribe(listener: (key: string | null, value: string | null) => void): () => void
}

/** What {@link createTabStorage} runs on. */
export interface TabStorageOptions {
  /** Opens the browser's storage; may throw or give `null`. Default `localStorage`. */
  readonly open?: () => Storage | null
  /** Where `storage` events arrive. Default the window. */
  readonly events?: () => Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
}

/** Makes a storage over the browser's; touches nothing before it is used. */
export function createTabStorage(options: TabStorageOptions = {}): TabStorage {
  const { open = () => localStorage, events = () => window } = options
  /** What only this page knows; `null` is a removal that the browser did not take. */
  const own = new Map<string, string | null>()

  function attempt<T>(use: (storage: Storage) => T, otherwise: T): T {
    try {
      const storage = open()
      return storage === null ? otherwise : use(storage)
    } catch {
      return otherwise
    }
  }

  const readStored = (key: string) => attempt((storage) => storage.getItem(key), null)
  const read = (key: string) => own.get(key) ?? (own.has(key) ? null : readStored(key))

  return {
    read,
    entries(prefix) {
      const stored = attempt(
        (storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index)),
        [],
      )
      const found = new Map<string, string>()
      for (const key of new Set([...stored, ...own.keys()])) {
        const value = key?.startsWith(prefix) ? read(key) : null
        if (key !== null && value !== null) found.set(key, value)
      }
      return found
    },
    write(key, value) {
      const isShared = attempt((storage) => {
        if (value === null) storage.removeItem(key)
        else storage.setItem(key, value)
        return true
      }, false)
      if (isShared) own.delete(key)
      else own.set(key, value)
      return isShared
    },
    keep(key, value) {
      own.set(key, value)
    },
    subscribe(listener) {
      const onStorage: EventListener = (event) => {
        const { key, newValue, storageArea } = event as StorageEvent
        if (storageArea !== attempt<Storage | null>((storage) => storage, null)) return
        if (storageArea === null) return
        if (key === null) own.clear()
        else own.delete(key)
        listener(key, newValue)
      }
      const target = events()
      target.addEventListener('storage', onStorage)
      // a page of jsdom that was taken down while a lease was held can do nothing any more
      return () => target.removeEventListener?.('storage', onStorage)
    },
  }
}
