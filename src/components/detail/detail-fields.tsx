import type { ExportDetailField } from './detail-field.js'
import {
  DateRangeValue,
  EntityTypesValue,
  FileExpiryValue,
  FormatValue,
  instantValue,
  NameValue,
  QueuedValue,
  RanValue,
  RemovalValue,
  ReportTypeValue,
  RowsValue,
  SourceValue,
  StatusValue,
} from './fact-values.js'

/** Every ready fact, by id, for a host's `fields`. Source: W1, W5, W8, W10, M1. */
export const exportDetailFields = {
  name: {
    id: 'name',
    term: ({ columns }) => columns.name,
    value: NameValue,
  },
  reportType: {
    id: 'reportType',
    term: ({ columns }) => columns.reportType,
    value: ReportTypeValue,
  },
  status: {
    id: 'status',
    term: ({ columns }) => columns.status,
    value: StatusValue,
  },
  created: {
    id: 'created',
    term: ({ columns }) => columns.created,
    value: instantValue(({ createdAt }) => createdAt),
  },
  format: {
    id: 'format',
    term: ({ columns }) => columns.format,
    value: FormatValue,
  },
  dateRange: {
    id: 'dateRange',
    term: ({ columns }) => columns.dateRange,
    value: DateRangeValue,
  },
  entityTypes: {
    id: 'entityTypes',
    term: ({ columns }) => columns.entityTypes,
    value: EntityTypesValue,
  },
  createdBy: {
    id: 'createdBy',
    term: ({ columns }) => columns.createdBy,
    value: ({ job }) => job.createdBy,
  },
  source: {
    id: 'source',
    term: ({ columns }) => columns.source,
    value: SourceValue,
  },
  started: {
    id: 'started',
    term: ({ detail }) => detail.fields.started,
    value: instantValue(({ startedAt }) => startedAt),
  },
  completed: {
    id: 'completed',
    term: ({ columns }) => columns.completed,
    value: instantValue(({ completedAt }) => completedAt),
  },
  queuedFor: {
    id: 'queuedFor',
    term: ({ detail }) => detail.fields.queuedFor,
    value: QueuedValue,
  },
  ranFor: {
    id: 'ranFor',
    term: ({ detail }) => detail.fields.ranFor,
    value: RanValue,
  },
  rows: {
    id: 'rows',
    term: ({ columns }) => columns.rows,
    value: RowsValue,
  },
  fileExpires: {
    id: 'fileExpires',
    term: ({ detail }) => detail.fields.fileExpires,
    value: FileExpiryValue,
  },
  removed: {
    id: 'removed',
    term: ({ columns }) => columns.removed,
    value: RemovalValue,
  },
  id: { id: 'id', term: ({ detail }) => detail.fields.id, value: ({ job }) => job.id },
} as const satisfies Readonly<Record<string, ExportDetailField>>

/** Every fact, in the order of a page that chooses none. */
export const ALL_DETAIL_FIELDS: readonly ExportDetailField[] = Object.values(exportDetailFields)

/** The four facts of W5. */
export const BRIEF_DETAIL_FIELDS: readonly ExportDetailField[] = [
  exportDetailFields.name,
  exportDetailFields.reportType,
  exportDetailFields.status,
  exportDetailFields.created,
]
