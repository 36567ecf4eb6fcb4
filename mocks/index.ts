export type {
  BackendAccess,
  BackendCreateRequest,
  BackendCreateResult,
  BackendGrant,
  ExportBackend,
  ExportBackendOptions,
  FileChoice,
  LoggedRequest,
  Packaging,
} from './backend/backend.js'
export { type Clock, createManualClock, type ManualClock, systemClock } from './backend/clock.js'
export { createExportBackend } from './backend/create-export-backend.js'
export {
  type Fault,
  type FaultMatch,
  type FaultResponse,
  type FaultSubject,
  type Faults,
  OPERATIONS,
  type Operation,
} from './backend/faults.js'
export type { JobOutcome, JobPlan, PlanChoice } from './backend/job-plan.js'
export type { BackendPage, BackendQuery } from './backend/job-query.js'
export type { BackendJob, JobOverrides } from './backend/job-record.js'
export type { JobSeed } from './backend/job-seed.js'
export type { Permissions } from './backend/permissions.js'
export {
  BackendRefusal,
  REFUSAL_CODES,
  type RefusalCode,
  type RefusalDetails,
} from './backend/refusal.js'
export { type BackendReportType, DEFAULT_REPORT_TYPES } from './backend/report-types.js'
export type { SignatureVerdict } from './backend/signed-path.js'
export { buildExportJob, buildExportJobs, buildJobPage } from './builders.js'
export {
  createMathershipDialect,
  type MathershipDialectOptions,
  mathershipDialect,
} from './dialects/mathership/dialect.js'
export { createSupabaseDialect, type SupabaseDialectOptions } from './dialects/supabase/dialect.js'
export type { SupabasePolicies } from './dialects/supabase/export-table.js'
export type { Row as SupabaseRow } from './dialects/supabase/postgrest-table.js'
export { wibDialect } from './dialects/wib/dialect.js'
export { WIB_REPORT_TYPES } from './dialects/wib/report-types.js'
export type { GeneratedFile } from './files/write-file.js'
export { createFetch } from './http/create-fetch.js'
export type {
  Dialect,
  DialectAnswer,
  DialectCall,
  DialectRoute,
  PlacedGrant,
  RefusalContext,
} from './http/dialect.js'
export {
  createExportHandler,
  type ExportHandler,
  type ExportHandlerOptions,
} from './http/handler.js'
export type { FilePace } from './http/serve-file.js'
export { SCENARIOS, type ScenarioName } from './scenarios.js'
