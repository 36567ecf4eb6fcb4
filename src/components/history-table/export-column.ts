import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { JobSortField } from '../../core/list-query.js'
import type { ExportLabels } from '../../labels/labels.js'
import type { ColumnFilter } from '../filter-row/column-filter.js'

/** What a cell gets. */
export interface ExportCellProps {
  /** The row's job. */
  readonly job: ExportJob
}

/**
 * One column of the history table, as data. Keep the objects outside of components, or memoise them:
 * rows are drawn anew when their columns change.
 */
export interface ExportColumn {
  /** Unique in the table; stands in `data-column` for the host's own styles. */
  readonly id: string
  /** The header's words. */
  readonly header: (labels: ExportLabels) => string
  /** Draws the cell. It may use hooks: each cell is a component of its own. */
  readonly cell: (props: ExportCellProps) => ReactNode
  /** The field that a press on the header sorts by, where the backend can; left out, it is not sortable. */
  readonly sortField?: JobSortField
  /**
   * What the filter row offers under the header, where the backend can filter by it: one of the ready
   * filters, or the host's own. Left out, the place stays empty. Source: W3.
   */
  readonly filter?: ColumnFilter
  /** Where the cell's content stands. Default `start`. */
  readonly align?: 'start' | 'end'
}

/** A column with its header in words, ready to draw. */
export interface DrawnColumn extends Omit<ExportColumn, 'header' | 'align'> {
  /** The header. */
  readonly title: string
  /** Draws the header where it is more than words. */
  readonly head?: () => ReactNode
  /** Where the content stands. */
  readonly align: 'start' | 'end'
}
