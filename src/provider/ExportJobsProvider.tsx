import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/react'
import { type ComponentType, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import type { ExportComponents } from '../components/parts/export-components.js'
import type { CanFunction } from '../core/actions.js'
import type { ExportJobsClient } from '../core/client.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, ExportScope } from '../core/job.js'
import { resolveListAccess } from '../core/list-access.js'
import type { PollPolicy } from '../core/poll-plan.js'
import type { ReportType } from '../core/report-types.js'
import type { DownloadDelivery, SaveTarget } from '../downloads/delivery.js'
import { createDownloadDesk } from '../downloads/download-desk.js'
import { getOrCreate } from '../internal/get-or-create.js'
import { guardHandler } from '../internal/guard-handler.js'
import { isLocale } from '../internal/is-locale.js'
import {
  useIsomorphicLayoutEffect,
  useStableCallback,
  useStableValue,
} from '../internal/use-stable.js'
import { useTimeZone } from '../internal/use-time-zone.js'
import type { FormatterOverrides } from '../labels/formatters.js'
import type { LabelOverrides } from '../labels/labels.js'
import { NoticeCenterContext } from '../notices/notice-center-context.js'
import { browserEnvironment } from '../queries/page-environment.js'
import { createPollScheduler } from '../queries/poll-scheduler.js'
import { getPollScheduler } from '../queries/poll-schedulers.js'
import { hashOwner } from '../queries/query-keys.js'
import { serverNow } from '../queries/server-clock.js'
import { getSharedPush, type PushSource } from '../queries/shared-push.js'
import { type AnswerShare, createAnswerShare } from '../sync/answer-share.js'
import { createBrowserTabs } from '../sync/tabs.js'
import { MemoryListStateAdapter } from '../url-state/memory-adapter.js'
import { checkProviderProps } from './check-props.js'
import { confineClient } from './confine-client.js'
import type { ExportJobsEvent } from './events.js'
import {
  ExportJobsContext,
  type ExportJobsContextValue,
  ExportJobsUiContext,
  type ExportJobsUiContextValue,
  type ExportLinkProps,
} from './export-jobs-context.js'
import { createPermissionStore, withTypePermissions } from './permissions.js'
import { resolvePollPolicy } from './poll-policy.js'
import { createPopUpStore, type PopUpStore } from './pop-up-store.js'
import { useNamedHref } from './use-named-href.js'
import { useOwnerNotices } from './use-owner-notices.js'

/** Where the list state lives. */
export type UrlStateMode = 'spa' | 'host' | 'memory'

/** Props of {@link ExportJobsProvider}. Objects and functions may be written inline. */
export interface ExportJobsProviderProps {
  /** The backend. */
  readonly client: ExportJobsClient
  /** The tenant context; another scope's rows are never shown. Default `{}`. Source: M15. */
  readonly scope?: ExportScope
  /** Who is signed in, or `null` when nobody is known. Default `null`. */
  readonly userKey?: string | null
  /**
   * Tells whether the person may do something; `pending` while it is not known, which shows the
   * skeleton and sends nothing. Default: everything is allowed. Source: M15, E1, E4, W9.
   */
  readonly can?: CanFunction
  /** The host's words, laid over the English ones. */
  readonly labels?: LabelOverrides
  /** The host's date, number and size formats, laid over those of `Intl`. */
  readonly formatters?: FormatterOverrides
  /**
   * The host's own parts, such as its buttons, for all components; keep them outside of components.
   * Default none.
   */
  readonly components?: ExportComponents
  /**
   * BCP 47 language of dates and numbers; a text that names none is refused in development, and counts
   * as left out in production. Default `en`.
   */
  readonly locale?: string
  /**
   * IANA zone of dates and times; one that this machine does not know is refused in development, and
   * counts as left out in production. Default the browser's, UTC on the server and while hydrating.
   */
  readonly timeZone?: string
  /** The kinds of report that can be exported. */
  readonly reportTypes?: readonly ReportType[]
  /** Bounds of the poll plan; what is left out keeps its default. Source: M4, E3. */
  readonly polling?: Partial<PollPolicy>
  /** The host router's link component. Default `<a>`. */
  readonly linkComponent?: ComponentType<ExportLinkProps>
  /** Where a job's own page is. */
  readonly getJobHref?: (job: ExportJob) => string
  /** Where the history is. */
  readonly getHistoryHref?: () => string
  /** Where a job was asked for, or `null`, as when it throws. Source: W13. */
  readonly getSourceHref?: (job: ExportJob) => string | null
  /**
   * Where the list state lives: `spa` in the page's URL, `host` in the URL through the nuqs adapter
   * that the host has mounted (Next, React Router, TanStack Router), `memory` nowhere but here.
   * Default `spa`.
   */
  readonly urlState?: UrlStateMode
  /** Whether signed links over plain http (other than to this machine) are followed. Default `false`. */
  readonly allowInsecureDownloads?: boolean
  /**
   * How files are handed over: `frame` lets the browser download them, `newTab` opens a tab for each
   * (E6), `save` lets the person choose a place and streams them there. Default `frame`.
   */
  readonly delivery?: DownloadDelivery
  /** Opens the place that `save` writes to. Default the browser's own picker, where it has one. */
  readonly saveTarget?: SaveTarget
  /**
   * Origins whose files scripts of this page may read, such as `https://files.example.com`: `save` fetches
   * their links at once and follows where they point. Any other origin is tried first, without the
   * secret of the link. Default none.
   */
  readonly readableOrigins?: readonly string[]
  /** Hears what happens, for analytics; what it throws is not passed on to the page. */
  readonly onEvent?: (event: ExportJobsEvent) => void
  /** Hears every failure, for logs; what it throws is not passed on to the page. */
  readonly onError?: (error: ExportJobsError) => void
  /** The cache. Default the host's from `<QueryClientProvider>`, else one of our own. */
  readonly queryClient?: QueryClient
  /** The page. */
  readonly children?: ReactNode
}

const noTarget: SaveTarget = () => Promise.reject(new Error('There is no place to save to.'))

const NO_SCOPE: ExportScope = {}
const NO_ORIGINS: readonly string[] = []
const NO_REPORT_TYPES: readonly ReportType[] = []
const allowAll: CanFunction = () => true

/** Gives every hook and component below it the backend, the tenant, the permissions and the words. */
export function ExportJobsProvider(props: ExportJobsProviderProps): ReactNode {
  const { children, urlState = 'spa' } = props
  checkProviderProps(props)
  const data = useDataContext(props)
  const ui = useUiContext(props)
  const { client: whole, permissions, reportTypes } = data
  const client = useMemo(
    () => confineClient(whole, () => resolveListAccess(reportTypes, permissions.can)),
    [whole, permissions, reportTypes],
  )
  const { polling: policy, reportError: onError } = data
  const notices = useOwnerNotices({ ...data, client, policy, onError })
  return (
    <ExportJobsContext.Provider value={data}>
      <ExportJobsUiContext.Provider value={ui}>
        <NoticeCenterContext.Provider value={notices}>
          <ListStateHome mode={urlState}>{children}</ListStateHome>
        </NoticeCenterContext.Provider>
      </ExportJobsUiContext.Provider>
    </ExportJobsContext.Provider>
  )
}

function ListStateHome({ mode, children }: { mode: UrlStateMode; children: ReactNode }): ReactNode {
  if (mode === 'host') return children
  if (mode === 'memory') return <MemoryListStateAdapter>{children}</MemoryListStateAdapter>
  return <NuqsAdapter>{children}</NuqsAdapter>
}

function useDataContext(props: ExportJobsProviderProps): ExportJobsContextValue {
  const { client, userKey = null, allowInsecureDownloads = false } = props
  const locale = useLocale(props.locale)
  const { delivery = 'frame' } = props
  const hostTarget = useStableCallback((name: string) => (props.saveTarget ?? noTarget)(name))
  const saveTarget = props.saveTarget === undefined ? undefined : hostTarget
  const { can: hostCan = allowAll, onEvent, onError } = props
  const queryClient = useQueryClientOf(props.queryClient)
  const scope = useStableValue(props.scope ?? NO_SCOPE)
  const reportTypes = useStableValue(props.reportTypes ?? NO_REPORT_TYPES)
  const readableOrigins = useStableValue(props.readableOrigins ?? NO_ORIGINS)
  const pollingWishes = useStableValue(props.polling)
  const timeZone = useTimeZone(props.timeZone)
  // one per owner: a pop-up names a job, and its offers belong to whoever was given them
  const [popUpStores] = useState(() => new Map<string, PopUpStore>())
  const [downloadDesk] = useState(createDownloadDesk)
  const can = useMemo(() => withTypePermissions(hostCan, reportTypes), [hostCan, reportTypes])
  const [permissions] = useState(() => createPermissionStore(can))
  useIsomorphicLayoutEffect(() => permissions.replace(can), [permissions, can])

  const emit = useStableCallback((event: ExportJobsEvent) => guardHandler(() => onEvent?.(event)))
  const reportError = useStableCallback((error: ExportJobsError) =>
    guardHandler(() => onError?.(error)),
  )

  return useMemo(() => {
    const ownerHash = hashOwner({ clientKey: client.key, userKey, scope })
    const now = () => serverNow(queryClient, client.key)
    const push =
      client.subscribe === undefined
        ? null
        : getSharedPush(queryClient, ownerHash, pushOf(client, scope))
    return {
      client,
      scope,
      userKey,
      ownerHash,
      queryClient,
      scheduler: getPollScheduler(queryClient, ownerHash, () =>
        createPollScheduler({
          queryClient,
          now,
          share: userKey === null ? null : shareOf(ownerHash),
          subscribe: push,
        }),
      ),
      push,
      permissions,
      polling: resolvePollPolicy(pollingWishes, reportTypes),
      timeZone,
      locale,
      reportTypes,
      popUps: getOrCreate(popUpStores, ownerHash, createPopUpStore),
      downloadDesk,
      allowInsecureDownloads,
      delivery,
      saveTarget,
      readableOrigins,
      emit,
      reportError,
    }
  }, [
    client,
    scope,
    userKey,
    queryClient,
    permissions,
    pollingWishes,
    timeZone,
    locale,
    reportTypes,
    popUpStores,
    downloadDesk,
    allowInsecureDownloads,
    delivery,
    saveTarget,
    readableOrigins,
    emit,
    reportError,
  ])
}

/** The person's other windows; without a person there is nobody to share with. */
function shareOf(ownerHash: string): AnswerShare {
  return createAnswerShare({
    tabs: createBrowserTabs(ownerHash),
    environment: browserEnvironment,
  })
}

function pushOf(client: ExportJobsClient, scope: ExportScope): PushSource {
  return (listener) => client.subscribe?.(scope, listener) ?? (() => {})
}

function useQueryClientOf(given: QueryClient | undefined): QueryClient {
  const fromHost = useContext(QueryClientContext)
  // Made only when it is needed, and then kept for as long as the provider stands.
  const own = useRef<QueryClient | null>(null)
  if (given !== undefined) return given
  if (fromHost !== undefined) return fromHost
  own.current ??= new QueryClient()
  return own.current
}

/** What dates cannot be written in would take the page down with the first of them. */
function useLocale(given = 'en'): string {
  return useMemo(() => (isLocale(given) ? given : 'en'), [given])
}

function useUiContext(props: ExportJobsProviderProps): ExportJobsUiContextValue {
  const { linkComponent = 'a', getSourceHref } = props
  const getJobHref = useNamedHref('getJobHref', props.getJobHref)
  const getHistoryHref = useNamedHref('getHistoryHref', props.getHistoryHref)
  const labels = useStableValue(props.labels)
  const formatters = useStableValue(props.formatters)
  const components = useStableValue(props.components)
  return useMemo(
    () => ({
      labels,
      formatters,
      components,
      linkComponent,
      getJobHref,
      getHistoryHref,
      getSourceHref,
    }),
    [labels, formatters, components, linkComponent, getJobHref, getHistoryHref, getSourceHref],
  )
}
