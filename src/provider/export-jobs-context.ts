import type { QueryClient } from '@tanstack/react-query'
import {
  type ComponentType,
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
} from 'react'
import type { ExportComponents } from '../components/parts/export-components.js'
import type { ExportJobsClient } from '../core/client.js'
import type { ExportJobsError } from '../core/errors.js'
import type { ExportJob, ExportScope } from '../core/job.js'
import type { PollPolicy } from '../core/poll-plan.js'
import type { ReportType } from '../core/report-types.js'
import type { DownloadDelivery, SaveTarget } from '../downloads/delivery.js'
import type { DownloadDesk } from '../downloads/download-desk.js'
import type { FormatterOverrides } from '../labels/formatters.js'
import type { LabelOverrides } from '../labels/labels.js'
import type { PollScheduler } from '../queries/poll-scheduler.js'
import type { PushSource } from '../queries/shared-push.js'
import type { ExportJobsEvent } from './events.js'
import type { PermissionStore } from './permissions.js'
import type { PopUpStore } from './pop-up-store.js'

/** The props that a host's own link component gets; the same as an `<a>`'s. */
export interface ExportLinkProps {
  /** Where the link leads. */
  readonly href: string
  /** What it shows. */
  readonly children: ReactNode
  /** Its class. */
  readonly className?: string
  /** Its accessible name, where the content does not say it. */
  readonly 'aria-label'?: string
  /** Runs at a press, before the host's router. */
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void
}

/** What the data hooks share. Every member keeps its identity until its value changes. */
export interface ExportJobsContextValue {
  /** The backend. */
  readonly client: ExportJobsClient
  /** The tenant context. */
  readonly scope: ExportScope
  /** Who is signed in, or `null`. */
  readonly userKey: string | null
  /** One text for client, person and tenant. */
  readonly ownerHash: string
  /** The cache, the host's or our own. */
  readonly queryClient: QueryClient
  /** Runs the poll plan. */
  readonly scheduler: PollScheduler
  /** The backend's push, one subscription for the page, or `null` where it has none. */
  readonly push: PushSource | null
  /** The host's permissions. */
  readonly permissions: PermissionStore
  /** How often to look, before a hook's own wishes. */
  readonly polling: PollPolicy
  /** IANA zone of dates and times. */
  readonly timeZone: string
  /** BCP 47 language of words, dates and numbers. */
  readonly locale: string
  /** The kinds of report the host registered; empty when it registered none. */
  readonly reportTypes: readonly ReportType[]
  /** "Failed to download" pop-ups. */
  readonly popUps: PopUpStore
  /** Keeps downloads single-flight. */
  readonly downloadDesk: DownloadDesk
  /** Whether signed links over plain http are followed. */
  readonly allowInsecureDownloads: boolean
  /** How files are handed over, before a hook's own wish. */
  readonly delivery: DownloadDelivery
  /** Opens the place that files are saved to, or `undefined` for the browser's own picker. */
  readonly saveTarget: SaveTarget | undefined
  /** Origins whose files scripts of this page may read, so that it is not tried out. */
  readonly readableOrigins: readonly string[]
  /** Tells the host what happened; never throws. */
  readonly emit: (event: ExportJobsEvent) => void
  /** Tells the host of a failure; never throws. */
  readonly reportError: (error: ExportJobsError) => void
}

/** What the components draw with, beside the data. */
export interface ExportJobsUiContextValue {
  /** The host's words. */
  readonly labels: LabelOverrides | undefined
  /** The host's formats. */
  readonly formatters: FormatterOverrides | undefined
  /** The host's own parts. */
  readonly components: ExportComponents | undefined
  /** The host's link component; default `<a>`. */
  readonly linkComponent: ComponentType<ExportLinkProps> | 'a'
  /** Where a job's own page is, or `undefined` when the host has none. */
  readonly getJobHref: ((job: ExportJob) => string) | undefined
  /** Where the history is, or `undefined`. */
  readonly getHistoryHref: (() => string) | undefined
  /** Where a job was asked for (its report page), or `undefined`. Source: W13. */
  readonly getSourceHref: ((job: ExportJob) => string | null) | undefined
}

/** Carries the data half; read it through `useExportJobsContext`. */
export const ExportJobsContext = createContext<ExportJobsContextValue | null>(null)
/** Carries the drawing half; read it through `useExportJobsUiContext`. */
export const ExportJobsUiContext = createContext<ExportJobsUiContextValue | null>(null)

/**
 * Reads what the provider shares.
 *
 * @param user - The hook or component that asks, for the message.
 * @throws {Error} When no provider stands above it.
 */
export function useExportJobsContext(user: string): ExportJobsContextValue {
  const value = useContext(ExportJobsContext)
  if (value === null) throw missingProvider(user)
  return value
}

/**
 * Reads what the provider shares for drawing.
 *
 * @param user - The component that asks, for the message.
 * @throws {Error} When no provider stands above it.
 */
export function useExportJobsUiContext(user: string): ExportJobsUiContextValue {
  const value = useContext(ExportJobsUiContext)
  if (value === null) throw missingProvider(user)
  return value
}

function missingProvider(user: string): Error {
  const remedy =
    process.env.NODE_ENV === 'production'
      ? '.'
      : ', so it does not know which backend to ask. Wrap the page in <ExportJobsProvider client={...}>.'
  return new Error(`[react-export-jobs] ${user} is used outside <ExportJobsProvider>${remedy}`)
}
