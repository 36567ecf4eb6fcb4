import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { ExportJobsClient } from '../core/client.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, ExportScope } from '../core/job.js'
import type { PollPolicy } from '../core/poll-plan.js'
import { createNoticeCenter, type NoticeCenter } from '../notices/notice-center.js'
import { getNoticeCenter } from '../notices/notice-centers.js'
import { jobsOfQuery } from '../queries/jobs-of-query.js'
import { hashOwner } from '../queries/query-keys.js'
import { serverNow } from '../queries/server-clock.js'
import type { PushSource } from '../queries/shared-push.js'

/** Whose jobs are watched, and with what. */
export interface OwnerNoticesOptions {
  /** The backend. */
  readonly client: ExportJobsClient
  /** The tenant context; keeps its identity. */
  readonly scope: ExportScope
  /** Who is signed in, or `null`. */
  readonly userKey: string | null
  /** The cache whose answers are read along. */
  readonly queryClient: QueryClient
  /** The backend's push, or `null`. */
  readonly push: PushSource | null
  /** How often to look. */
  readonly policy: PollPolicy
  /** Hears why a look failed; keeps its identity. */
  readonly onError: (error: ExportJobsError) => void
}

/**
 * The notice center of the owner: fed for nothing by every answer on screen, and emptied when the
 * person signs out or another one signs in.
 */
export function useOwnerNotices(options: OwnerNoticesOptions): NoticeCenter {
  const { client, scope, userKey, queryClient, push, policy, onError } = options
  const ownerHash = hashOwner({ clientKey: client.key, userKey, scope })
  const source = useMemo(() => ({ client, push, policy, onError }), [client, push, policy, onError])
  const newest = useRef(source)
  newest.current = source
  const notices = useMemo(
    () =>
      getNoticeCenter(queryClient, ownerHash, () =>
        createNoticeCenter({
          source: newest.current,
          scope,
          userKey,
          ownerHash,
          serverNow: () => serverNow(queryClient, newest.current.client.key),
        }),
      ),
    [queryClient, ownerHash, scope, userKey],
  )

  useEffect(() => notices.use(source), [notices, source])
  useEffect(
    () => feedFromCache(queryClient, ownerHash, (jobs) => notices.feed(jobs)),
    [queryClient, ownerHash, notices],
  )
  const former = useRef({ userKey, notices })
  useEffect(() => {
    const { userKey: before, notices: theirs } = former.current
    if (before !== null && before !== userKey) theirs.clear()
    former.current = { userKey, notices }
  }, [userKey, notices])
  return notices
}

function feedFromCache(
  queryClient: QueryClient,
  ownerHash: string,
  feed: (jobs: readonly ExportJob[]) => void,
): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    const jobs = jobsOfQuery(event.query.queryKey, event.action.data, ownerHash)
    if (jobs !== null) feed(jobs)
  })
}
