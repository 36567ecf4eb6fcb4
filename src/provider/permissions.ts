import type { CanFunction } from '../core/actions.js'
import type { ReportType } from '../core/report-types.js'

/**
 * The host's latest `can`, as a store: hosts write it inline, so its identity says nothing. What a
 * component draws from it is compared by value, so only a changed answer renders.
 */
export interface PermissionStore {
  /** Asks the latest function. */
  readonly can: CanFunction
  /** Listens for a new function. */
  subscribe(listener: () => void): () => void
  /** Puts a new function in place and tells the listeners. */
  replace(can: CanFunction): void
}

/**
 * Tells the host's `can` the permission that a report type asks for, in every question about it.
 * Source: W9.
 */
export function withTypePermissions(can: CanFunction, types: readonly ReportType[]): CanFunction {
  const named = new Map(types.map(({ id, permission }) => [id, permission]))
  return (action, details) => {
    const permission = details?.permission ?? named.get(details?.reportType ?? '')
    return can(action, permission === undefined ? details : { ...details, permission })
  }
}

/** Makes a store around the host's first `can`. */
export function createPermissionStore(first: CanFunction): PermissionStore {
  const listeners = new Set<() => void>()
  let current = first
  return {
    can: (action, details) => current(action, details),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    replace(can) {
      if (can === current) return
      current = can
      for (const listener of listeners) listener()
    },
  }
}
