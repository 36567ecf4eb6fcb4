import { hashKey } from '@tanstack/react-query'
import type { ExportScope } from '../core/job.js'
import type { JobListQuery } from '../core/list-query.js'

/**
 * Whose jobs are meant: a backend, a signed-in person and a tenant. Every cache key, lock and storage
 * name starts with these three, so one owner's rows never show under another. Source: M15.
 */
export interface ExportJobsOwner {
  /** The client's `key`. */
  readonly clientKey: string
  /** Who is signed in, or `null`. */
  readonly userKey: string | null
  /** The tenant context. */
  readonly scope: ExportScope
}

/** The first word of every key of this library in a QueryClient. */
export const QUERY_KEY_ROOT = 'export-jobs'

const OWNER_LENGTH = 4

/** Cache keys, from the widest to the narrowest, for a host's own invalidation and removal. */
export const exportJobsKeys = {
  /** Everything of one owner. */
  owner: ({ clientKey, userKey, scope }: ExportJobsOwner) =>
    [QUERY_KEY_ROOT, clientKey, userKey, scope] as const,
  /** Every list of one owner. */
  lists: (owner: ExportJobsOwner) => [...exportJobsKeys.owner(owner), 'list'] as const,
  /** One page of a list. */
  list: (owner: ExportJobsOwner, query: JobListQuery) =>
    [...exportJobsKeys.lists(owner), query] as const,
  /** Every single job of one owner. */
  jobs: (owner: ExportJobsOwner) => [...exportJobsKeys.owner(owner), 'job'] as const,
  /** One job. */
  job: (owner: ExportJobsOwner, id: string) => [...exportJobsKeys.jobs(owner), id] as const,
  /** The kinds of report. */
  reportTypes: (owner: ExportJobsOwner) =>
    [...exportJobsKeys.owner(owner), 'report-types'] as const,
}

/** One text for an owner, the same in every window. */
export function hashOwner(owner: ExportJobsOwner): string {
  return hashKey(exportJobsKeys.owner(owner))
}

/** Tells whether two keys belong to the same owner and kind (list, job ...). */
export function isSameOwnerAndKind(a: readonly unknown[], b: readonly unknown[]): boolean {
  const end = OWNER_LENGTH + 1
  return hashKey(a.slice(0, end)) === hashKey(b.slice(0, end))
}
