import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react'
import type { PollPolicy } from '../../core/poll-plan.js'
import { useCalmJobs } from '../../hooks/useCalmJobs.js'
import type { DeletePrompt } from '../../hooks/useExportAction.js'
import type { BulkAction } from '../../hooks/useExportBulkAction.js'
import { useExportJobs } from '../../hooks/useExportJobs.js'
import {
  type UseExportListStateOptions,
  useExportListState,
} from '../../hooks/useExportListState.js'
import { useStableCallback, useStableValue } from '../../internal/use-stable.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { filterNames } from '../filter-row/column-filter.js'
import type { FilterRowSlot } from '../filter-row/slots.js'
import type { HistoryToolbarSlot } from '../history-toolbar/slots.js'
import { cx } from '../parts/cx.js'
import { DeniedPanel } from '../parts/DeniedPanel.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { type UnavailableActions, unavailableFor } from '../parts/unavailable-action.js'
import { usePart } from '../parts/use-part.js'
import { ExportPopUps } from '../pop-ups/ExportPopUps.js'
import { SelectionScope } from '../selection/SelectionScope.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportColumn } from './export-column.js'
import { NewRowsChip } from './NewRowsChip.js'
import { CorrectionNotice, StaleNotice, UnreadableNotice } from './Notices.js'
import { Pager } from './Pager.js'
import { StatusAnnouncer } from './StatusAnnouncer.js'
import { HISTORY_TABLE_SLOTS, type HistoryTablePart, type HistoryTableSlot } from './slots.js'
import { TableBody } from './TableBody.js'
import { ToolbarSlot } from './ToolbarSlot.js'
import { useDrawnColumns } from './useDrawnColumns.js'
import { useIsBusy } from './useIsBusy.js'

/** Props of {@link ExportHistoryTable}, beside those of a `<div>`. */
export interface ExportHistoryTableProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UseExportListStateOptions,
    UiOverrides<HistoryTablePart> {
  /**
   * Chooses the columns, given the defaults; keep the function outside of the component, or memoise
   * it. Default Format, Date range, Report type, Status, Created, Download. Source: M1, W1, E2.
   */
  columns?: (defaults: readonly ExportColumn[]) => readonly ExportColumn[]
  /** Accessible name of the table. Default from the labels. */
  caption?: string
  /**
   * The toolbar: ours, none, or the host's own. Ours leaves out the filters that the filter row has.
   * Default `true`.
   */
  toolbar?: ReactNode
  /**
   * Whether the columns' filters stand in a row under the headers, which is another look of the
   * toolbar's state. Default `false`. Source: W3.
   */
  filterRow?: boolean
  /** Buttons beside Refresh, such as the host's New export. */
  actions?: ReactNode
  /**
   * What can be done with several jobs; makes rows selectable. Keep the list outside of the component.
   * Default nothing.
   */
  bulkActions?: readonly BulkAction[]
  /** Whether deletions of selected jobs ask first, or can be taken back. Default `confirm`. Source: E7. */
  deletePrompt?: DeletePrompt
  /**
   * What the Download cell shows when there is no file to be had; of a list of wishes its `download`
   * counts. A column of actions has wishes of its own. Default `hide`. Source: M1, W6.
   */
  unavailableAction?: UnavailableActions
  /** Choices of rows on a page, 1 to 200. Default 20, 50, 100, 200. Source: M6. */
  pageSizes?: readonly number[]
  /** Bounds of the poll plan that differ from the provider's. Source: M4, E3. */
  polling?: Partial<PollPolicy>
  /** When the Refresh button shows. Default `always`. Source: M4, E3. */
  refreshButton?: 'always' | 'whileUnfinished' | 'never'
  /** How much room a row takes. Default `comfortable`. */
  density?: 'comfortable' | 'compact'
  /** Milliseconds after which a "Failed to download" pop-up goes; `null` lets it stay. Default 5,000. */
  toastMs?: number | null
  /** The host's class names, by slot, those of our toolbar and of the filter row as well. */
  classNames?: SlotClassNames<HistoryTableSlot | FilterRowSlot | HistoryToolbarSlot>
}

/**
 * The export history: a table of jobs that keeps itself fresh, with toolbar, sorting, pages and
 * downloads. Renders a `<div>`. Source: M1 to M16.
 */
export const ExportHistoryTable = forwardRef<HTMLDivElement, ExportHistoryTableProps>(
  function ExportHistoryTable({ labels, formatters, components, ...rest }, ref): ReactNode {
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <HistoryTable {...rest} ref={ref} />
      </UiScope>
    )
  },
)

const NO_ACTIONS: readonly BulkAction[] = []
const PAGE_SIZES = [20, 50, 100, 200]

const HistoryTable = forwardRef<HTMLDivElement, Omit<ExportHistoryTableProps, keyof UiOverrides>>(
  function HistoryTable(props, ref): ReactNode {
    const { url, defaults, listState: hostState, onListStateChange, ...others } = props
    const { columns: chooseColumns, caption, toolbar = true, actions, polling, ...more } = others
    const { unavailableAction = 'hide', pageSizes = PAGE_SIZES, toastMs, ...looks } = more
    const { refreshButton = 'always', density = 'comfortable', ...slots } = looks
    const { classNames, className, bulkActions = NO_ACTIONS, ...own } = slots
    const { deletePrompt = 'confirm', filterRow = false, ...rest } = own

    const { ownerHash } = useExportJobsContext('ExportHistoryTable')
    const { labels, formatters } = useExportJobsUi()
    const list = useExportListState({ url, defaults, listState: hostState, onListStateChange })
    const { listState, setListState, corrections } = list
    const jobs = useExportJobs({ listState, setListState, polling })
    const { watch, isBusy: isAtWork } = useIsBusy()
    const calm = useCalmJobs({ list: jobs, listState, isBusy: isAtWork })
    const ifNoFile = unavailableFor('download', unavailableAction)
    const columns = useDrawnColumns(chooseColumns, ifNoFile, bulkActions.length > 0)
    const classes = useSlotClasses(HISTORY_TABLE_SLOTS, classNames)
    const ownClassNames = useStableValue(classNames)
    const inRow = useStableValue(filterRow ? columns.flatMap((own) => filterNames(own.filter)) : [])
    const [refreshes, setRefreshes] = useState(0)
    const refresh = useStableCallback(async () => {
      await jobs.refresh()
      calm.apply()
      setRefreshes((count) => count + 1)
    })

    const { status, isPlaceholder, isRefreshing, staleSince, error } = jobs
    const isBusy = status === 'loading' || isPlaceholder
    const Denied = usePart('denied', DeniedPanel)
    const Chip = usePart('newRows', NewRowsChip)
    const PagerPart = usePart('pager', Pager)
    const problem =
      staleSince === null || error === null
        ? null
        : labels.table.stale({
            time: formatters.formatTime(staleSince),
            reason: labels.errors[error.code].title,
          })
    return (
      <div
        {...rest}
        ref={ref}
        className={cx('ej-root', classes.historyTable, className)}
        data-density={density}
        data-status={status}
        data-placeholder={isPlaceholder ? '' : undefined}
        data-refreshing={isRefreshing ? '' : undefined}
      >
        {status === 'denied' ? (
          <Denied {...labels.table.denied} />
        ) : (
          <>
            <ToolbarSlot
              toolbar={toolbar}
              list={list}
              inRow={inRow}
              actions={actions}
              classNames={ownClassNames}
              onRefresh={isRefreshShown(refreshButton, jobs.hasUnfinished) ? refresh : undefined}
              isRefreshing={isRefreshing}
            />
            <CorrectionNotice corrections={corrections} classes={classes} />
            <Chip count={calm.arrived.length} onPress={calm.apply} className={classes.newRows} />
            <SelectionScope
              jobs={calm.rows}
              listKey={JSON.stringify([ownerHash, listState.filters])}
              actions={bulkActions}
              deletePrompt={deletePrompt}
            >
              <TableBody
                jobs={jobs}
                calm={calm}
                watch={watch}
                list={list}
                columns={columns}
                hasFilterRow={filterRow}
                filterRowClassNames={ownClassNames}
                caption={caption ?? labels.table.caption}
                isBusy={isBusy}
                onRefresh={refresh}
                classes={classes}
              />
            </SelectionScope>
            <UnreadableNotice rows={jobs.unreadable} classes={classes} />
            {status !== 'error' && (
              <PagerPart
                page={listState.page}
                pageSize={listState.pageSize}
                pageSizes={pageSizes}
                rowCount={isBusy ? null : jobs.jobs.length + jobs.unreadable.length}
                total={jobs.total}
                totalIsCapped={jobs.totalIsCapped}
                totalPages={jobs.totalPages}
                hasNextPage={jobs.hasNextPage}
                hasPreviousPage={jobs.hasPreviousPage}
                nextCursor={jobs.nextCursor}
                previousCursor={jobs.previousCursor}
                setPage={list.setPage}
                setCursor={list.setCursor}
                setPageSize={list.setPageSize}
                classes={classes}
              />
            )}
            {problem !== null && (
              <StaleNotice
                text={problem}
                onRetry={refresh}
                isRetrying={isRefreshing}
                classes={classes}
              />
            )}
          </>
        )}
        <StatusAnnouncer
          key={ownerHash}
          jobs={calm.rows}
          arrived={calm.arrived.length}
          vanished={calm.vanished.size}
          refreshes={refreshes}
          problem={problem}
        />
        <ExportPopUps toastMs={toastMs} />
      </div>
    )
  },
)

function isRefreshShown(
  wish: NonNullable<ExportHistoryTableProps['refreshButton']>,
  hasUnfinished: boolean,
): boolean {
  return wish === 'always' || (wish === 'whileUnfinished' && hasUnfinished)
}
