/** The part of the browser's `Storage` that is used. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where a form keeps things; `null` keeps nothing. */
export interface FormStorages {
  /** For drafts: gone with the tab. */
  readonly session: StorageLike | null
  /** For last-used values, named presets and what was sent: shared by all tabs. */
  readonly local: StorageLike | null
}

/** The browser's own storages; `null` where a person or a policy has closed them. */
export function browserStorages(): FormStorages {
  return { session: open(() => sessionStorage), local: open(() => localStorage) }
}

function open(storage: () => StorageLike): StorageLike | null {
  try {
    return storage()
  } catch {
    return null
  }
}

/** Reads what was kept; `null` when there is nothing, or nothing that can be read. */
export function readKept(storage: StorageLike | null, key: string): unknown {
  try {
    const text = storage?.getItem(key) ?? null
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps plain JSON; `null` takes it away. A full storage keeps what it had. */
export function keep(storage: StorageLike | null, key: string, value: unknown): void {
  try {
    if (value === null) storage?.removeItem(key)
    else storage?.setItem(key, JSON.stringify(value))
  } catch {
    // full, closed, or not plain JSON: the form works on without
  }
}

/** A plain object, or an empty one in place of anything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? { ...value } : {}
}

/** A list, or an empty one in place of anything else. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
