export {
  ACTION_REFUSALS,
  type ActionContext,
  type ActionPowers,
  type ActionRefusal,
  type ActionVerdict,
  type CanFunction,
  type PermissionAnswer,
  type PermissionDetails,
  type PermissionSubject,
  resolveActions,
} from './core/actions.js'
export type {
  ClientCapabilities,
  ExportJobsClient,
  JobEvent,
  RequestOptions,
} from './core/client.js'
export {
  type Condition,
  type ConditionValue,
  evaluateCondition,
  type FieldValues,
  type When,
} from './core/condition.js'
export { DATE_PRESETS, type DatePreset, resolveDatePreset } from './core/date-presets.js'
export type { DownloadGrant } from './core/download-grant.js'
export {
  EXPORT_JOBS_ERROR_CODES,
  ExportJobsError,
  type ExportJobsErrorCode,
  type ExportJobsErrorOptions,
  isExportJobsError,
  toExportJobsError,
} from './core/errors.js'
export {
  type ActionPermission,
  type AllowedActions,
  type ExportJob,
  type ExportScope,
  JOB_ACTIONS,
  JOB_DELIVERIES,
  JOB_SOURCES,
  type JobAction,
  type JobDateRange,
  type JobDelivery,
  type JobFailure,
  type JobFile,
  type JobSource,
} from './core/job.js'
export { type EstimateVerdict, judgeEstimate } from './core/judge-estimate.js'
export {
  isTypeVisible,
  type ListAccess,
  permittedTypes,
  resolveListAccess,
} from './core/list-access.js'
export {
  DEFAULT_ORDERING,
  DEFAULT_PAGE_SIZE,
  JOB_FILTER_NAMES,
  JOB_SORT_FIELDS,
  type JobFilterName,
  type JobFilters,
  type JobListQuery,
  type JobPage,
  type JobSort,
  type JobSortField,
  MAX_PAGE_SIZE,
  MIN_PAGE_SIZE,
  NO_FILTERS,
  type UnreadableRow,
} from './core/list-query.js'
export {
  PATH_TEMPLATE_VARIABLES,
  type PathTemplate,
  type PathTemplateError,
  type PathTemplateErrorCode,
  type PathTemplateResult,
  type PathTemplateValues,
  type PathTemplateVariable,
  parsePathTemplate,
  renderPathTemplate,
} from './core/path-template.js'
export {
  findPathCollisions,
  type PathCollision,
  type PathTemplateFile,
  pathTemplateValues,
} from './core/path-template-files.js'
export {
  DEFAULT_POLL_POLICY,
  nextPollDelay,
  type PollPlanInput,
  type PollPolicy,
  stuckAgeMs,
} from './core/poll-plan.js'
export {
  type CustomField,
  type DateField,
  type DateRangeField,
  type DateRangeValue,
  type DayBound,
  type FieldBase,
  type FieldOption,
  type ManyField,
  type NumberField,
  type PathTemplateFieldDefinition,
  REQUEST_FIELD_IDS,
  type ReportField,
  type SelectField,
  type SwitchField,
  type TextField,
} from './core/report-fields.js'
export type { Conditional, ReportLimits, ReportType } from './core/report-types.js'
export type { CreateResult, ExportEstimate, ExportRequest } from './core/request.js'
export type {
  StandardSchema,
  StandardSchemaIssue,
  StandardSchemaResult,
} from './core/standard-schema.js'
export {
  EXPORT_STATUSES,
  type ExportStatus,
  FILTERABLE_STATUSES,
  isFinishedStatus,
  isUnfinishedStatus,
} from './core/status.js'
export type { FieldError, FieldErrorCode } from './core/validate-request.js'
