'use client'

export { DetailDeadEnd as ExportDeadEnd } from './components/detail/DetailDeadEnd.js'
// The hooks of request forms are in ./hooks alone: from here, their engine would weigh on every page.
export type {
  ExportDetailField,
  ExportDetailFieldProps,
} from './components/detail/detail-field.js'
export { exportDetailFields } from './components/detail/detail-fields.js'
export {
  ExportDetail,
  type ExportDetailFields,
  type ExportDetailProps,
} from './components/detail/ExportDetail.js'
export type { DetailSlot } from './components/detail/slots.js'
export {
  ExportDownloadButton,
  type ExportDownloadButtonProps,
} from './components/download-button/ExportDownloadButton.js'
export type { DownloadButtonSlot } from './components/download-button/slots.js'
export { ExportButton, type ExportButtonProps } from './components/export-button/ExportButton.js'
export type { ExportButtonSlot } from './components/export-button/slots.js'
export type {
  ColumnFilter,
  ColumnFilterName,
  ColumnFilterProps,
} from './components/filter-row/column-filter.js'
export type { FilterRowSlot } from './components/filter-row/slots.js'
export {
  ExportFormatBadge,
  type ExportFormatBadgeProps,
} from './components/format-badge/ExportFormatBadge.js'
export type { FormatBadgeSlot } from './components/format-badge/slots.js'
export { ExportHistory, type ExportHistoryProps } from './components/history/ExportHistory.js'
export type { HistorySlot } from './components/history/slots.js'
export { createActionsColumn } from './components/history-table/actions-column.js'
export {
  EmptyPanel as ExportEmptyPanel,
  NoMatchPanel as ExportNoMatchPanel,
} from './components/history-table/EmptyPanel.js'
export {
  ExportHistoryTable,
  type ExportHistoryTableProps,
} from './components/history-table/ExportHistoryTable.js'
export type { ExportCellProps, ExportColumn } from './components/history-table/export-column.js'
export { exportColumns } from './components/history-table/export-columns.js'
export { NewRowsChip as ExportNewRowsChip } from './components/history-table/NewRowsChip.js'
export { Pager as ExportPager } from './components/history-table/Pager.js'
export type { HistoryTableSlot } from './components/history-table/slots.js'
export {
  ExportHistoryToolbar,
  type ExportHistoryToolbarProps,
} from './components/history-toolbar/ExportHistoryToolbar.js'
export { FilterChips as ExportFilterChips } from './components/history-toolbar/FilterChips.js'
export { SearchField as ExportSearchField } from './components/history-toolbar/SearchField.js'
export type { HistoryToolbarSlot } from './components/history-toolbar/slots.js'
export {
  ExportJobActions,
  type ExportJobActionsProps,
  type JobActionsOptions,
} from './components/job-actions/ExportJobActions.js'
export type { JobActionsSlot } from './components/job-actions/slots.js'
export {
  ExportNotifications,
  type ExportNotificationsProps,
} from './components/notifications/ExportNotifications.js'
export { Notification as ExportNotification } from './components/notifications/Notification.js'
export type { NotificationsSlot } from './components/notifications/slots.js'
export { ExportPlainButton } from './components/parts/Button.js'
export { ConfirmDialog as ExportConfirmDialog } from './components/parts/ConfirmDialog.js'
export { DeniedPanel as ExportDeniedPanel } from './components/parts/DeniedPanel.js'
export { ErrorPanel as ExportErrorPanel } from './components/parts/ErrorPanel.js'
export type {
  ExportComponents,
  ExportPart,
  ExportPartProps,
} from './components/parts/export-components.js'
export { ExportIcon } from './components/parts/icons.js'
export { LoadingPanel as ExportLoadingPanel } from './components/parts/LoadingPanel.js'
export type { SlotClassNames } from './components/parts/slot-classes.js'
export type { UiOverrides, WordOverrides } from './components/parts/UiScope.js'
export type {
  UnavailableAction,
  UnavailableActions,
} from './components/parts/unavailable-action.js'
export {
  PathTemplateField,
  type PathTemplateFieldProps,
} from './components/path-template-field/PathTemplateField.js'
export type { PathTemplateSlot } from './components/path-template-field/slots.js'
export {
  ExportPermissionGate,
  type ExportPermissionGateProps,
} from './components/permission-gate/ExportPermissionGate.js'
export type { PermissionGateSlot } from './components/permission-gate/slots.js'
export { ExportPopUps, type ExportPopUpsProps } from './components/pop-ups/ExportPopUps.js'
export { PopUpBody as ExportPopUpBody } from './components/pop-ups/PopUpBody.js'
export type { PopUpsSlot } from './components/pop-ups/slots.js'
export {
  ExportRequestDialog,
  type ExportRequestDialogProps,
} from './components/request-dialog/ExportRequestDialog.js'
export type { RequestDialogSlot } from './components/request-dialog/slots.js'
export {
  ExportRequestForm,
  type ExportRequestFormProps,
} from './components/request-form/ExportRequestForm.js'
export type {
  CustomControlProps,
  CustomControls,
} from './components/request-form/field-control.js'
export type { RequestFormParts } from './components/request-form/RequestFormBody.js'
export type { RequestFormSlot } from './components/request-form/slots.js'
export { RetentionMark as ExportRetentionMark } from './components/retention/RetentionMark.js'
export {
  ExportStatusBadge,
  type ExportStatusBadgeProps,
} from './components/status-badge/ExportStatusBadge.js'
export type { StatusBadgeSlot } from './components/status-badge/slots.js'
export { type ExportJobsUi, useExportJobsUi } from './components/useExportJobsUi.js'
export type {
  ActionRefusal,
  ActionVerdict,
  CanFunction,
  PermissionAnswer,
  PermissionDetails,
  PermissionSubject,
} from './core/actions.js'
export type {
  ClientCapabilities,
  ExportJobsClient,
  JobEvent,
  RequestOptions,
} from './core/client.js'
export type { Condition, ConditionValue, FieldValues, When } from './core/condition.js'
export type { DatePreset } from './core/date-presets.js'
export type { DownloadGrant } from './core/download-grant.js'
export {
  ExportJobsError,
  type ExportJobsErrorCode,
  type ExportJobsErrorOptions,
  isExportJobsError,
} from './core/errors.js'
export type {
  ActionPermission,
  AllowedActions,
  ExportJob,
  ExportScope,
  JobAction,
  JobDateRange,
  JobDelivery,
  JobFailure,
  JobFile,
  JobSource,
} from './core/job.js'
export type { EstimateVerdict } from './core/judge-estimate.js'
export type { ListAccess } from './core/list-access.js'
export type {
  JobFilterName,
  JobFilters,
  JobListQuery,
  JobPage,
  JobSort,
  JobSortField,
  UnreadableRow,
} from './core/list-query.js'
export type {
  PathTemplateError,
  PathTemplateErrorCode,
  PathTemplateVariable,
} from './core/path-template.js'
export type { PathTemplateFile } from './core/path-template-files.js'
export type { PollPolicy } from './core/poll-plan.js'
export type {
  CustomField,
  DateField,
  DateRangeField,
  DateRangeValue,
  DayBound,
  FieldBase,
  FieldOption,
  ManyField,
  NumberField,
  PathTemplateFieldDefinition,
  ReportField,
  SelectField,
  SwitchField,
  TextField,
} from './core/report-fields.js'
export type { Conditional, ReportLimits, ReportType } from './core/report-types.js'
export type { CreateResult, ExportEstimate, ExportRequest } from './core/request.js'
export type {
  StandardSchema,
  StandardSchemaIssue,
  StandardSchemaResult,
} from './core/standard-schema.js'
export type { ExportStatus } from './core/status.js'
export type { FieldError, FieldErrorCode } from './core/validate-request.js'
export type { DownloadDelivery, SaveProgress, SaveTarget } from './downloads/delivery.js'
export type { DirectExport, DirectLink, DirectRequest } from './downloads/direct-export.js'
export type { FormStorages, StorageLike } from './forms/form-storage.js'
export type { Refill, RefillContext, RefillSource, UnfitValue } from './forms/refill.js'
export type {
  FocusRequest,
  FormPreset,
  FormProblem,
  RequestFieldState,
  RequestForm,
  RequestFormState,
  SendOutcome,
  SubmitOutcome,
} from './forms/request-form-types.js'
export type { FieldOptionState } from './forms/resolve-form.js'
export type { RecentRequest } from './forms/sent-requests.js'
export type { DownloadOutcome, DownloadRefused } from './hooks/perform-download.js'
export type { ActionOutcome, ActionRefused, ChangingAction } from './hooks/run-job-action.js'
export { usePermission } from './hooks/use-permission.js'
export {
  type UseCalmJobsOptions,
  type UseCalmJobsResult,
  useCalmJobs,
} from './hooks/useCalmJobs.js'
export {
  type CreateOutcome,
  type UseCreateExportJobResult,
  useCreateExportJob,
} from './hooks/useCreateExportJob.js'
export {
  type DeletePrompt,
  type UseExportActionOptions,
  type UseExportActionResult,
  useExportAction,
} from './hooks/useExportAction.js'
export {
  type BulkAction,
  type BulkItem,
  type UseExportBulkActionOptions,
  type UseExportBulkActionResult,
  useExportBulkAction,
} from './hooks/useExportBulkAction.js'
export {
  type UseExportDownloadOptions,
  type UseExportDownloadResult,
  useExportDownload,
} from './hooks/useExportDownload.js'
export {
  type FileOutcome,
  type UseExportDownloadAllOptions,
  type UseExportDownloadAllResult,
  useExportDownloadAll,
} from './hooks/useExportDownloadAll.js'
export {
  type UseExportJobOptions,
  type UseExportJobResult,
  useExportJob,
} from './hooks/useExportJob.js'
export { useExportJobActions } from './hooks/useExportJobActions.js'
export {
  type UseExportJobsOptions,
  type UseExportJobsResult,
  useExportJobs,
} from './hooks/useExportJobs.js'
export { type UseExportListAccessResult, useExportListAccess } from './hooks/useExportListAccess.js'
export {
  type ListStateChangeDetails,
  type SetListState,
  type UseExportListStateOptions,
  type UseExportListStateResult,
  useExportListState,
} from './hooks/useExportListState.js'
export {
  type UseExportNotificationsOptions,
  type UseExportNotificationsResult,
  useClearExportNotices,
  useExportNoticeCounts,
  useExportNotifications,
} from './hooks/useExportNotifications.js'
export type {
  UseExportRequestEstimateOptions,
  UseExportRequestEstimateResult,
} from './hooks/useExportRequestEstimate.js'
export type { UseExportRequestFieldResult } from './hooks/useExportRequestField.js'
export type {
  UseExportRequestFormOptions,
  UseExportRequestFormResult,
} from './hooks/useExportRequestForm.js'
export type { UseReportTypesResult } from './hooks/useReportTypes.js'
export {
  createFormatters,
  type ExportFormatters,
  type FormatterOverrides,
  type FormattersOptions,
} from './labels/formatters.js'
export type { ExportCatalogue, ExportLabels, LabelOverrides } from './labels/labels.js'
export type { RequestLabels } from './labels/request-labels.js'
export type { NoticeCounts } from './notices/notice-counts.js'
export type { ExportNotice } from './notices/notice-shelf.js'
export {
  ExportJobsProvider,
  type ExportJobsProviderProps,
  type UrlStateMode,
} from './provider/ExportJobsProvider.js'
export type { ExportJobsEvent } from './provider/events.js'
export type { ExportLinkProps } from './provider/export-jobs-context.js'
export type { UndoOffer } from './provider/pop-up-store.js'
export { type ExportJobsQuerySource, exportJobsQueries } from './queries/export-jobs-queries.js'
export { type ExportJobsOwner, exportJobsKeys } from './queries/query-keys.js'
export type { ListParam, UrlStateOptions } from './url-state/list-params.js'
export {
  createListState,
  DEFAULT_LIST_STATE,
  type ExportListState,
  type ListStateDefaults,
  type ListStateOverrides,
} from './url-state/list-state.js'
export type {
  ListStateCorrection,
  ListStateCorrectionReason,
} from './url-state/list-state-correction.js'
