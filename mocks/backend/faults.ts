import type { RefusalCode, RefusalDetails } from './refusal.js'

/** What a request asks for, in no dialect's words. `file` is the fetch of a signed link. */
export const OPERATIONS = [
  'list',
  'get',
  'create',
  'grant',
  'cancel',
  'retry',
  'remove',
  'reportTypes',
  'report',
  'file',
] as const

/** One member of {@link OPERATIONS}. */
export type Operation = (typeof OPERATIONS)[number]

/** A request as faults see it. */
export interface FaultSubject {
  /** What it asks for, or `null` when no route knows it. */
  readonly operation: Operation | null
  /** HTTP method in upper case. */
  readonly method: string
  /** Path without the query. */
  readonly path: string
  /** The job in question, or `null`. */
  readonly jobId: string | null
}

/** Which requests a fault strikes: all that agree with every given part. */
export interface FaultMatch {
  /** One operation, or any of several. Left out: every operation but `file`. */
  readonly operation?: Operation | readonly Operation[]
  /** HTTP method in upper case. */
  readonly method?: string
  /** The whole path, or a pattern within it. */
  readonly path?: string | RegExp
  /** The job in question. */
  readonly jobId?: string
}

/** Something that goes wrong with requests. */
export interface Fault {
  /** Which requests. Default every one but the fetch of a file. */
  readonly match?: FaultMatch | ((subject: FaultSubject) => boolean)
  /** How many requests it strikes before it is over. Default 1. */
  readonly times?: number
  /** Real milliseconds to wait first; the wait ends when the request is aborted. */
  readonly delayMs?: number
  /** Happens before the request is looked at, such as a job finishing just then. */
  readonly effect?: (subject: FaultSubject) => void
  /** Refuses in the dialect's words. */
  readonly refuse?: RefusalDetails & { readonly code: RefusalCode }
  /** Answers this instead; a plain object is sent as JSON. */
  readonly respond?: FaultResponse
  /** Breaks the connection `before` the request is carried out, or `after` it (the answer is lost). */
  readonly networkError?: 'before' | 'after'
  /** Positions, from 0, of rows of a list that are spoilt in the dialect's own way. */
  readonly spoilRows?: readonly number[]
  /** Seconds until a granted link is dead, whatever the answer says; negative: dead already. */
  readonly linkLifetimeSeconds?: number
}

/** An answer given instead of the backend's. */
export interface FaultResponse {
  /** HTTP status. Default 200. */
  readonly status?: number
  /** Header fields. */
  readonly headers?: Readonly<Record<string, string>>
  /** A text is sent as it is, anything else as JSON. Left out: no body. */
  readonly body?: unknown
}

/** The list of faults; the first one that matches strikes. */
export interface Faults {
  /**
   * Adds a fault.
   *
   * @returns A function that takes it away again.
   */
  add(fault: Fault): () => void
  /** Takes all faults away. */
  clear(): void
  /** Finds the fault that strikes a request, and counts it. */
  strike(subject: FaultSubject): Fault | null
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  let armed: { readonly fault: Fault; left: number }[] = []
  return {
    add: (fault) => {
      const entry = { fault, left: fault.times ?? 1 }
      armed.push(entry)
      return () => {
        armed = armed.filter((other) => other !== entry)
      }
    },
    clear: () => {
      armed = []
    },
    strike: (subject) => {
      const entry = armed.find(({ fault, left }) => left > 0 && isStruck(fault, subject))
      if (entry === undefined) return null
      entry.left -= 1
      return entry.fault
    },
  }
}

function isStruck({ match = {} }: Fault, subject: FaultSubject): boolean {
  if (typeof match === 'function') return match(subject)
  return (
    isOperation(match.operation, subject) &&
    (match.method === undefined || match.method === subject.method) &&
    (match.jobId === undefined || match.jobId === subject.jobId) &&
    isPath(match.path, subject.path)
  )
}

function isOperation(wanted: FaultMatch['operation'], { operation }: FaultSubject): boolean {
  if (wanted === undefined) return operation !== 'file'
  if (typeof wanted === 'string') return wanted === operation
  return operation !== null && wanted.includes(operation)
}

function isPath(wanted: FaultMatch['path'], path: string): boolean {
  if (wanted === undefined) return true
  return typeof wanted === 'string' ? wanted === path : wanted.test(path)
}
