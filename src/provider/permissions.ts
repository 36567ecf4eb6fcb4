import type { CanFunction, PermissionSubject } from '../core/actions.js'
import type { ReportType } from '../core/report-types.js'
import { guardHandler } from '../internal/guard-handler.js'

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
    const about = permission === undefined ? details : { ...details, permission }
    const answer = ask(can, action, about)
    if (process.env.NODE_ENV !== 'production') checkAnswer(action, answer)
    return answer
  }
}

/** What cannot be asked is not allowed. */
function ask(can: CanFunction, ...question: Parameters<CanFunction>): ReturnType<CanFunction> {
  if (process.env.NODE_ENV === 'production') {
    return guardHandler(() => can(...question), can) ?? false
  }
  try {
    return can(...question)
  } catch (cause) {
    throw new Error(
      `[react-export-jobs] <ExportJobsProvider>: can("${question[0]}") threw, so it is not known what is allowed. Answer true, false or "pending" for every action and job.`,
      { cause },
    )
  }
}

/** An async `can` would never allow anything, and the page would wait for ever without a word. */
function checkAnswer(action: PermissionSubject, answer: unknown): void {
  if (typeof answer === 'boolean' || answer === 'pending') return
  const what = answer instanceof Promise ? 'a promise' : String(answer)
  throw new Error(
    `[react-export-jobs] <ExportJobsProvider>: can("${action}") answered ${what}, so nothing is allowed. Answer true, false, or "pending" while it is not known yet.`,
  )
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
