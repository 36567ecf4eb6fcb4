import { createActionsColumn } from './actions-column.js'
import { DEFAULT_COLUMNS } from './default-columns.js'
import type { ExportColumn } from './export-column.js'
import { instantCell } from './instant-cell.js'
import {
  CreatedByCell,
  EntityTypesCell,
  NameCell,
  ProgressCell,
  RowsCell,
  SizeCell,
  SourceCell,
} from './more-cells.js'

/** Every ready column, by id, for a host's `columns`. Source: M1, W1, W10, E2. */
export const exportColumns = {
  format: DEFAULT_COLUMNS.format,
  dateRange: DEFAULT_COLUMNS.dateRange,
  reportType: DEFAULT_COLUMNS.reportType,
  status: DEFAULT_COLUMNS.status,
  created: DEFAULT_COLUMNS.created,
  download: DEFAULT_COLUMNS.download,
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
    cell: /* @__PURE__ */ instantCell(({ completedAt }) => completedAt),
  },
  removed: {
    id: 'removed',
    header: ({ columns }) => columns.removed,
    cell: /* @__PURE__ */ instantCell(({ removedAt }) => removedAt),
  },
  // a bundler may leave the whole out where nobody chooses columns
  actions: /* @__PURE__ */ createActionsColumn(),
} as const satisfies Readonly<Record<string, ExportColumn>>
