import type { ComponentType, ReactNode } from 'react'
import type { ProblemText } from '../../labels/labels.js'
import type { DetailDeadEndProps } from '../detail/DetailDeadEnd.js'
import type { ExportDownloadButtonProps } from '../download-button/ExportDownloadButton.js'
import type { ExportFormatBadgeProps } from '../format-badge/ExportFormatBadge.js'
import type { EmptyStateProps } from '../history-table/EmptyPanel.js'
import type { NewRowsChipProps } from '../history-table/NewRowsChip.js'
import type { PagerProps } from '../history-table/Pager.js'
import type { ExportHistoryToolbarProps } from '../history-toolbar/ExportHistoryToolbar.js'
import type { FilterChipsProps } from '../history-toolbar/FilterChips.js'
import type { SearchFieldProps } from '../history-toolbar/SearchField.js'
import type { ExportJobActionsProps } from '../job-actions/ExportJobActions.js'
import type { NotificationProps } from '../notifications/Notification.js'
import type { PathPreviewProps } from '../path-template-field/PathPreview.js'
import type { PopUpBodyProps } from '../pop-ups/PopUpBody.js'
import type { ExportRequestDialogProps } from '../request-dialog/ExportRequestDialog.js'
import type { ExportRequestFormProps } from '../request-form/ExportRequestForm.js'
import type { FieldPartProps } from '../request-form/FormField.js'
import type { ProblemSummaryProps } from '../request-form/ProblemSummary.js'
import type { RetentionMarkProps } from '../retention/RetentionMark.js'
import type { BulkBarProps } from '../selection/BulkBar.js'
import type { ExportStatusBadgeProps } from '../status-badge/ExportStatusBadge.js'
import type { ExportPlainButtonProps } from './Button.js'
import type { ConfirmDialogProps } from './ConfirmDialog.js'
import type { ErrorPanelProps } from './ErrorPanel.js'
import type { ExportIconProps } from './icons.js'
import type { LoadingPanelProps } from './LoadingPanel.js'

/** Props of a part that is fetched only when it is needed, and of the host's in its place. */
export type PropsWithOurs<Props> = Props & {
  /** Ours, ready to be put somewhere: it cannot be imported without being fetched too early. */
  readonly children: ReactNode
}

/** The parts that a host may replace, and what each is given. */
export interface ExportPartProps {
  /** Every push button; ours is `ExportPlainButton`. */
  readonly button: ExportPlainButtonProps
  /** Every drawing that is no part of a badge; ours is `ExportIcon`. */
  readonly icon: ExportIconProps
  /** A status as a mark; ours is `ExportStatusBadge`. Source: M3, W7, E5. */
  readonly statusBadge: ExportStatusBadgeProps
  /** A file format as a mark; ours is `ExportFormatBadge`. Source: M2, E2. */
  readonly formatBadge: ExportFormatBadgeProps
  /** "Expires soon" and "removed soon"; ours is `ExportRetentionMark`. Source: W8. */
  readonly retentionMark: RetentionMarkProps
  /** The way to a job's file; ours is `ExportDownloadButton`. Source: M1, W6. */
  readonly downloadButton: ExportDownloadButtonProps
  /** What else can be done with a job; ours is `ExportJobActions`. Source: W13, E7. */
  readonly jobActions: ExportJobActionsProps
  /** The question before something is deleted; ours is `ExportConfirmDialog`. Source: E7. */
  readonly confirmDialog: ConfirmDialogProps
  /** What stands in a "Failed to download" or other pop-up; ours is `ExportPopUpBody`. Source: W6. */
  readonly popUp: PopUpBodyProps

  /** Nothing was ever exported; ours is `ExportEmptyPanel`. Source: W4. */
  readonly empty: EmptyStateProps
  /** Nothing matches the filters; ours is `ExportNoMatchPanel`. Source: W4. */
  readonly noMatch: EmptyStateProps
  /** There is nothing to show but a failure; ours is `ExportErrorPanel`. */
  readonly error: ErrorPanelProps
  /** The person may not see this; ours is `ExportDeniedPanel`. Source: M15, E1. */
  readonly denied: ProblemText
  /** Something is awaited that has no rows; ours is `ExportLoadingPanel`, in forms a line of words. */
  readonly loading: LoadingPanelProps
  /** A job's page has nothing to show; ours is `ExportDeadEnd`. Source: M15, W8. */
  readonly deadEnd: DetailDeadEndProps

  /** Filters, search and Refresh over the table; ours is `ExportHistoryToolbar`. Source: M4, M5. */
  readonly toolbar: ExportHistoryToolbarProps
  /** The search text; ours is `ExportSearchField`. */
  readonly searchField: SearchFieldProps
  /** The filters that are on; ours is `ExportFilterChips`. */
  readonly filterChips: FilterChipsProps
  /** "3 new exports"; ours is `ExportNewRowsChip`. */
  readonly newRows: NewRowsChipProps
  /** Page size and pages; ours is `ExportPager`. Source: M6, M8. */
  readonly pager: PagerProps
  /** What can be done with the selected jobs. */
  readonly bulkBar: PropsWithOurs<BulkBarProps>

  /** One job under the heading of the notices; ours is `ExportNotification`. Source: M13. */
  readonly notification: NotificationProps

  /** One field of a form with its label, its explanation and what is wrong with it. Source: F1. */
  readonly field: PropsWithOurs<FieldPartProps>
  /** Everything in a form that has to be mended. */
  readonly problemSummary: PropsWithOurs<ProblemSummaryProps>
  /** The folders that a path template makes of sample files. Source: F5. */
  readonly pathPreview: PropsWithOurs<PathPreviewProps>
  /** The form in the dialog; ours is `ExportRequestForm`. */
  readonly requestForm: ExportRequestFormProps
  /** The form behind the export button; ours is `ExportRequestDialog`. */
  readonly requestDialog: ExportRequestDialogProps
}

/** The name of a part that can be replaced. */
export type ExportPart = keyof ExportPartProps

/**
 * What a host puts in the place of parts of ours, by part; what is left out stays. Each takes the props that
 * ours takes, so one can wrap the other: ours are exported, and those that are fetched only when they are
 * needed come as `children`. Keep them outside of components: a component that is written inline is another
 * one at each drawing, and loses its focus and state.
 */
export type ExportComponents = {
  readonly [Part in ExportPart]?: ComponentType<ExportPartProps[Part]>
}
