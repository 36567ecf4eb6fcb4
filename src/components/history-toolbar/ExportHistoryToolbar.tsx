import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react'
import type { JobFilterName, JobFilters } from '../../core/list-query.js'
import { FILTERABLE_STATUSES } from '../../core/status.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { CreatedFilter } from '../created-range/CreatedFilter.js'
import { ExportFormatBadge } from '../format-badge/ExportFormatBadge.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { formatWord, reportTypeWord } from '../parts/job-words.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { ExportStatusBadge } from '../status-badge/ExportStatusBadge.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { ChoiceFilter } from './ChoiceFilter.js'
import { FilterChips } from './FilterChips.js'
import { SearchField } from './SearchField.js'
import { HISTORY_TOOLBAR_SLOTS, type HistoryToolbarSlot } from './slots.js'

/** Props of {@link ExportHistoryToolbar}, beside those of a `<div>`. */
export interface ExportHistoryToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides {
  /** What `useExportListState` returned. */
  list: UseExportListStateResult
  /** Looks now; left out, there is no Refresh button. Source: M4. */
  onRefresh?: () => void
  /** Whether a look that the person asked for is under way. Default `false`. */
  isRefreshing?: boolean
  /** Further buttons, before Refresh. */
  actions?: ReactNode
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<HistoryToolbarSlot>
}

/**
 * Filters, search and Refresh for a list of exports. Only what the backend can filter by appears.
 * Renders a `<div>`. Source: M4, M5.
 */
export const ExportHistoryToolbar = forwardRef<HTMLDivElement, ExportHistoryToolbarProps>(
  function ExportHistoryToolbar({ labels, formatters, ...rest }, ref): ReactNode {
    return (
      <UiScope labels={labels} formatters={formatters}>
        <Toolbar {...rest} ref={ref} />
      </UiScope>
    )
  },
)

const Toolbar = forwardRef<HTMLDivElement, Omit<ExportHistoryToolbarProps, keyof UiOverrides>>(
  function Toolbar(props, ref): ReactNode {
    const { list, onRefresh, isRefreshing = false, actions, classNames, className, ...rest } = props
    const { labels } = useExportJobsUi()
    const classes = useSlotClasses(HISTORY_TOOLBAR_SLOTS, classNames)
    const row = useRef<HTMLDivElement>(null)
    // the chip with the focus goes with its filter
    const keepFocus = () => row.current?.querySelector('button')?.focus()
    return (
      // biome-ignore lint/a11y/useSemanticElements: <search> is younger than the browsers we serve
      <div
        {...rest}
        ref={ref}
        className={cx('ej-root', classes.historyToolbar, className)}
        role="search"
        aria-label={labels.toolbar.toolbar}
      >
        <div ref={row} className={classes.toolbarRow}>
          <Filters list={list} classes={classes} />
          {actions}
          {onRefresh !== undefined && (
            <button
              type="button"
              className="ej-button"
              onClick={onRefresh}
              aria-busy={isRefreshing || undefined}
              data-refreshing={isRefreshing ? '' : undefined}
              data-action="refresh"
            >
              <Icon name="refresh" />
              {labels.table.refresh}
            </button>
          )}
        </div>
        {list.hasActiveFilters && (
          <FilterChips
            filters={list.listState.filters}
            onChange={(patch) => {
              keepFocus()
              list.setFilters(patch)
            }}
            onClear={() => {
              keepFocus()
              list.clearFilters()
            }}
            classes={classes}
          />
        )}
      </div>
    )
  },
)

interface FiltersProps {
  readonly list: UseExportListStateResult
  readonly classes: Readonly<Record<HistoryToolbarSlot, string>>
}

function Filters({ list, classes }: FiltersProps): ReactNode {
  const { client } = useExportJobsContext('ExportHistoryToolbar')
  const { labels, reportTypes } = useExportJobsUi()
  const { filters, statuses, fileFormats } = client.capabilities
  const { listState, setFilters } = list
  const has = (name: JobFilterName) => filters.includes(name)
  const set =
    <Name extends keyof JobFilters>(name: Name) =>
    (value: JobFilters[Name]) => {
      const patch: Partial<JobFilters> = { [name]: value }
      setFilters(patch)
    }
  const offeredStatuses = FILTERABLE_STATUSES.filter((status) => statuses.includes(status))
  const formats =
    fileFormats === 'by-report-type'
      ? [...new Set(reportTypes.flatMap((type) => type.formats ?? []))]
      : fileFormats
  return (
    <>
      {has('search') && (
        <SearchField
          search={listState.filters.search}
          onSearch={(search, history) => setFilters({ search }, { history })}
          classes={classes}
        />
      )}
      {has('statuses') && offeredStatuses.length > 0 && (
        <ChoiceFilter
          title={labels.toolbar.status}
          choices={offeredStatuses.map((status) => ({
            value: status,
            words: labels.statuses[status],
            shown: <ExportStatusBadge job={{ status, statusText: null }} data-still="" />,
          }))}
          chosen={listState.filters.statuses}
          onChange={set('statuses')}
          classes={classes}
        />
      )}
      {has('fileFormats') && formats.length > 0 && (
        <ChoiceFilter
          title={labels.toolbar.format}
          choices={formats.map((format) => ({
            value: format,
            words: formatWord(format, labels),
            shown: <ExportFormatBadge format={format} />,
          }))}
          chosen={listState.filters.fileFormats}
          onChange={set('fileFormats')}
          classes={classes}
        />
      )}
      {has('reportTypes') && reportTypes.length > 0 && (
        <ChoiceFilter
          title={labels.toolbar.reportType}
          choices={reportTypes.map(({ id }) => ({
            value: id,
            words: reportTypeWord(id, labels, reportTypes),
          }))}
          chosen={listState.filters.reportTypes}
          onChange={set('reportTypes')}
          classes={classes}
        />
      )}
      {has('createdFrom') && has('createdTo') && (
        <CreatedFilter
          range={listState.filters}
          onChange={(range) => setFilters(range)}
          className={classes.filterButton}
        />
      )}
    </>
  )
}
