import { ExportDownloadButton } from '../download-button/ExportDownloadButton.js'
import type { UnavailableAction } from '../parts/unavailable-action.js'
import { createActionsColumn } from './actions-column.js'
import type { ExportColumn } from './export-column.js'
import { StatusCell } from './StatusCell.js'
import {
  CreatedByCell,
  DateRangeCell,
  EntityTypesCell,
  FormatCell,
  instantCell,
  NameCell,
  ProgressCell,
  ReportTypeCell,
  RowsCell,
  SizeCell,
  SourceCell,
} from './text-cells.js'

const downloadColumn = (unavailableAction: UnavailableAction): ExportColumn => ({
  id: 'download',
  header: ({ columns }) => columns.download,
  cell: ({ job }) => <ExportDownloadButton job={job} unavailableAction={unavailableAction} />,
  align: 'end',
})

const DOWNLOAD_COLUMNS: Readonly<Record<UnavailableAction, ExportColumn>> = {
  hide: downloadColumn('hide'),
  disable: downloadColumn('disable'),
  explain: downloadColumn('explain'),
}

/** Every ready column, by id, for a host's `columns`. Source: M1, W1, W10, E2. */
export const exportColumns = {
  format: {
    id: 'format',
    header: ({ columns }) => columns.format,
    cell: FormatCell,
    sortField: 'fileFormat',
    filter: 'fileFormats',
  },
  dateRange: {
    id: 'dateRange',
    header: ({ columns }) => columns.dateRange,
    cell: DateRangeCell,
    sortField: 'dateFrom',
  },
  reportType: {
    id: 'reportType',
    header: ({ columns }) => columns.reportType,
    cell: ReportTypeCell,
    sortField: 'reportType',
    filter: 'reportTypes',
  },
  status: {
    id: 'status',
    header: ({ columns }) => columns.status,
    cell: StatusCell,
    sortField: 'status',
    filter: 'statuses',
  },
  created: {
    id: 'created',
    header: ({ columns }) => columns.created,
    cell: instantCell(({ createdAt }) => createdAt),
    sortField: 'createdAt',
    filter: 'createdDay',
  },
  download: DOWNLOAD_COLUMNS.hide,
  name: {
    id: 'name',
    header: ({ columns }) => columns.name,
    cell: NameCell,
    sortField: 'name',
    filter: 'search',
  },
  entityTypes: {
    id: 'entityTypes',
    header: ({ columns }) => columns.entityTypes,
    cell: EntityTypesCell,
  },
  source: {
    id: 'source',
    header: ({ columns }) => columns.source,
    cell: SourceCell,
    filter: 'sources',
  },
  createdBy: { id: 'createdBy', header: ({ columns }) => columns.createdBy, cell: CreatedByCell },
  progress: {
    id: 'progress',
    header: ({ columns }) => columns.progress,
    cell: ProgressCell,
    align: 'end',
  },
  rows: { id: 'rows', header: ({ columns }) => columns.rows, cell: RowsCell, align: 'end' },
  size: { id: 'size', header: ({ columns }) => columns.size, cell: SizeCell, align: 'end' },
  completed: {
    id: 'completed',
    header: ({ columns }) => columns.completed,
    cell: instantCell(({ completedAt }) => completedAt),
  },
  removed: {
    id: 'removed',
    header: ({ columns }) => columns.removed,
    cell: instantCell(({ removedAt }) => removedAt),
  },
  actions: createActionsColumn(),
} as const satisfies Readonly<Record<string, ExportColumn>>

/** The columns of a host that chooses none. Source: M1. */
export function defaultColumns(unavailableAction: UnavailableAction): readonly ExportColumn[] {
  const { format, dateRange, reportType, status, created } = exportColumns
  return [format, dateRange, reportType, status, created, DOWNLOAD_COLUMNS[unavailableAction]]
}
