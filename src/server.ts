export { type ExportJobsQuerySource, exportJobsQueries } from './queries/export-jobs-queries.js'
export { type ExportJobsOwner, exportJobsKeys } from './queries/query-keys.js'
export type { CheckedListState } from './url-state/check-list-state.js'
export type { ListParam, UrlStateOptions } from './url-state/list-params.js'
export {
  createListState,
  DEFAULT_LIST_STATE,
  type ExportListState,
  type ListStateDefaults,
  type ListStateOverrides,
  toListQuery,
} from './url-state/list-state.js'
export {
  createListStateCodec,
  type ListStateCodec,
  type ListStateCodecOptions,
  type ListStateParser,
  type ListStateValues,
} from './url-state/list-state-codec.js'
export type {
  ListStateCorrection,
  ListStateCorrectionReason,
} from './url-state/list-state-correction.js'
export { loadExportListState } from './url-state/load-list-state.js'
export type { QueryStringInput } from './url-state/query-string.js'
