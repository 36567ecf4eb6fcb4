import type { ReactNode } from 'react'
import {
  DownloadButton,
  type ExportDownloadButtonProps,
} from '../download-button/ExportDownloadButton.js'
import type { UnavailableAction } from '../parts/unavailable-action.js'
import { usePart } from '../parts/use-part.js'
import type { ExportColumn } from './export-column.js'
import { instantCell } from './instant-cell.js'
import { StatusCell } from './StatusCell.js'
import { DateRangeCell, FormatCell, ReportTypeCell } from './text-cells.js'

function DownloadCell(props: ExportDownloadButtonProps): ReactNode {
  const Button = usePart('downloadButton', DownloadButton)
  return <Button {...props} />
}

const downloadColumn = (unavailableAction: UnavailableAction): ExportColumn => ({
  id: 'download',
  header: ({ columns }) => columns.download,
  cell: ({ job }) => <DownloadCell job={job} unavailableAction={unavailableAction} />,
  align: 'end',
})

const DOWNLOAD_COLUMNS: Readonly<Record<UnavailableAction, ExportColumn>> = {
  hide: downloadColumn('hide'),
  disable: downloadColumn('disable'),
  explain: downloadColumn('explain'),
}

/**
 * The columns of a host that chooses none; apart from the others, so that a page without those does not
 * carry their cells. Source: M1.
 */
export const DEFAULT_COLUMNS = {
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
} as const satisfies Readonly<Record<string, ExportColumn>>

/** The default columns in their order. Source: M1. */
export function defaultColumns(unavailableAction: UnavailableAction): readonly ExportColumn[] {
  const { format, dateRange, reportType, status, created } = DEFAULT_COLUMNS
  return [format, dateRange, reportType, status, created, DOWNLOAD_COLUMNS[unavailableAction]]
}
