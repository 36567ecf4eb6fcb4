import { tableFeatures, useTable } from '@tanstack/react-table'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { UseCalmJobsResult } from '../../hooks/useCalmJobs.js'
import type { UseExportJobsResult } from '../../hooks/useExportJobs.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import type { FilterRowSlot } from '../filter-row/slots.js'
import { ErrorPanel } from '../parts/ErrorPanel.js'
import type { SlotClasses, SlotClassNames } from '../parts/slot-classes.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { EmptyPanel, NoMatchPanel } from './EmptyPanel.js'
import type { DrawnColumn } from './export-column.js'
import { FilterRowPlace } from './FilterRowPlace.js'
import { SkeletonRows } from './SkeletonRows.js'
import type { HistoryTableSlot } from './slots.js'
import { TableHead } from './TableHead.js'
import { TableRow } from './TableRow.js'
import { useKeptHeight } from './useKeptHeight.js'

/** Props of {@link TableBody}. */
export interface TableBodyProps {
  /** The jobs and how they stand. */
  readonly jobs: UseExportJobsResult
  /** The jobs to show, which answers do not move while the person is at work in them. */
  readonly calm: UseCalmJobsResult
  /** The ref of the frame around the table. */
  readonly watch: (frame: HTMLElement | null) => void
  /** The list state. */
  readonly list: UseExportListStateResult
  /** The columns on screen. */
  readonly columns: readonly DrawnColumn[]
  /** Whether a row of filters stands under the headers. */
  readonly hasFilterRow: boolean
  /** The host's class names of that row. */
  readonly filterRowClassNames: SlotClassNames<FilterRowSlot> | undefined
  /** Accessible name of the table. */
  readonly caption: string
  /** Whether the rows on screen are not the ones that were asked for. */
  readonly isBusy: boolean
  /** Looks now. */
  readonly onRefresh: () => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryTableSlot>
}

/** Sorting, filters and pages are the backend's, so the table library's core is all that is needed. */
const FEATURES = tableFeatures({})
const MOST_SKELETONS = 20

/** The rows, or the state that stands for them. */
export function TableBody(props: TableBodyProps): ReactNode {
  const { jobs: result, calm, list, columns, caption, isBusy, onRefresh, ...looks } = props
  const { watch, classes, hasFilterRow, filterRowClassNames } = looks
  const { client } = useExportJobsContext('ExportHistoryTable')
  const { labels } = useExportJobsUi()
  const { listState, toggleOrdering, clearFilters } = list
  const { status, error, emptyReason, isRefreshing } = result
  const { rows: data, vanished } = calm

  const definitions = useMemo(
    () => columns.map(({ id, title }) => ({ id, header: title })),
    [columns],
  )
  const table = useTable({ features: FEATURES, columns: definitions, data, getRowId: idOf })
  const frame = useKeptHeight(listState, `${status} ${data.length}`)
  const holdFrame = useCallback(
    (element: HTMLDivElement | null) => {
      frame.current = element
      watch(element)
    },
    [frame, watch],
  )

  const filterRow = useMemo(
    () =>
      hasFilterRow && (
        <FilterRowPlace columns={columns} list={list} classNames={filterRowClassNames} />
      ),
    [hasFilterRow, columns, list, filterRowClassNames],
  )

  const Failure = usePart('error', ErrorPanel)
  const Empty = usePart('empty', EmptyPanel)
  const NoMatch = usePart('noMatch', NoMatchPanel)
  const failure = status === 'error' && error !== null && (
    <Failure error={error} onRetry={onRefresh} isRetrying={isRefreshing} />
  )
  // filters that failed have to stay in reach
  if (failure && !hasFilterRow) return <div className={classes.tableFrame}>{failure}</div>
  return (
    <div ref={holdFrame} className={classes.tableFrame}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as cards in a narrow container it is no table for the browser */}
      <table role="table" className={classes.table} aria-busy={isBusy || undefined}>
        <caption className={classes.caption}>{caption}</caption>
        <TableHead
          columns={columns}
          sort={listState.ordering[0]}
          orderings={client.capabilities.orderings}
          onSort={toggleOrdering}
          filterRow={filterRow}
          classes={classes}
        />
        {failure ? null : status === 'loading' ? (
          <SkeletonRows
            count={Math.min(listState.pageSize, MOST_SKELETONS)}
            columns={columns}
            classes={classes}
          />
        ) : (
          // biome-ignore lint/a11y/noRedundantRoles: see the table
          <tbody role="rowgroup" className={classes.body}>
            {table.getRowModel().rows.map(({ id, original }) => (
              <TableRow
                key={id}
                job={original}
                columns={columns}
                classes={classes}
                vanishedNote={vanished.has(id) ? labels.table.vanishedNote : undefined}
              />
            ))}
          </tbody>
        )}
      </table>
      {failure}
      {status === 'loading' && (
        <p className="ej-visually-hidden" role="status">
          {labels.table.loading}
        </p>
      )}
      {emptyReason !== null &&
        data.length === 0 &&
        (emptyReason === 'no_match' ? (
          <NoMatch onClearFilters={clearFilters} />
        ) : (
          <Empty onClearFilters={clearFilters} />
        ))}
    </div>
  )
}

const idOf = (job: ExportJob) => job.id
