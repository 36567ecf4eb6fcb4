import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useRef } from 'react'
import type { JobFilterName } from '../../core/list-query.js'
import type { UseExportListStateResult } from '../../hooks/useExportListState.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { CreatedFilter } from '../created-range/CreatedFilter.js'
import { Button } from '../parts/Button.js'
import { cx } from '../parts/cx.js'
import { Icon } from '../parts/icons.js'
import { type SlotClasses, type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { ChoiceFilter } from './ChoiceFilter.js'
import { FilterChips } from './FilterChips.js'
import { useFilterChoices } from './filter-choices.js'
import { SearchField } from './SearchField.js'
import { HISTORY_TOOLBAR_SLOTS, type HistoryToolbarPart, type HistoryToolbarSlot } from './slots.js'
import { useDrawnFilters } from './useDrawnFilters.js'

/** Props of {@link ExportHistoryToolbar}, beside those of a `<div>`. */
export interface ExportHistoryToolbarProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UiOverrides<HistoryToolbarPart> {
  /** What `useExportListState` returned. */
  list: UseExportListStateResult
  /** Looks now; left out, there is no Refresh button. Source: M4. */
  onRefresh?: () => void
  /** Whether a look that the person asked for is under way. Default `false`. */
  isRefreshing?: boolean
  /** Which filters it draws, of those that the backend has. Default all. */
  filters?: readonly JobFilterName[]
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
  function ExportHistoryToolbar({ labels, formatters, components, ...rest }, ref): ReactNode {
    return (
      <UiScope labels={labels} formatters={formatters} components={components}>
        <Toolbar {...rest} ref={ref} />
      </UiScope>
    )
  },
)

const Toolbar = forwardRef<HTMLDivElement, Omit<ExportHistoryToolbarProps, keyof UiOverrides>>(
  function Toolbar(props, ref): ReactNode {
    const { list, onRefresh, isRefreshing = false, filters: wanted, ...others } = props
    const { actions, classNames, className, ...rest } = others
    const { client } = useExportJobsContext('ExportHistoryToolbar')
    const { labels } = useExportJobsUi()
    const offered = client.capabilities.filters.filter((name) => wanted?.includes(name) ?? true)
    const drawn = useDrawnFilters(list.listState, offered)
    const classes = useSlotClasses(HISTORY_TOOLBAR_SLOTS, classNames)
    const Chips = usePart('filterChips', FilterChips)
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
          <Filters list={list} offered={offered} classes={classes} />
          {actions}
          {onRefresh !== undefined && (
            <Button
              onClick={onRefresh}
              aria-busy={isRefreshing || undefined}
              data-refreshing={isRefreshing ? '' : undefined}
              data-action="refresh"
            >
              <Icon name="refresh" />
              {labels.table.refresh}
            </Button>
          )}
        </div>
        {drawn !== null && (
          <Chips
            filters={drawn}
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
  readonly offered: readonly JobFilterName[]
  readonly classes: SlotClasses<HistoryToolbarSlot>
}

function Filters({ list, offered, classes }: FiltersProps): ReactNode {
  const { labels } = useExportJobsUi()
  const Search = usePart('searchField', SearchField)
  const { listState, setFilters } = list
  const has = (name: JobFilterName) => offered.includes(name)
  const statuses = useFilterChoices('statuses', list)
  const fileFormats = useFilterChoices('fileFormats', list)
  const reportTypes = useFilterChoices('reportTypes', list)
  const { toolbar } = labels
  return (
    <>
      {has('search') && (
        <Search
          search={listState.filters.search}
          onSearch={(search, history) => setFilters({ search }, { history })}
          classes={classes}
        />
      )}
      {has('statuses') && (
        <ChoiceFilter title={toolbar.status} filter={statuses} classes={classes} />
      )}
      {has('fileFormats') && (
        <ChoiceFilter title={toolbar.format} filter={fileFormats} classes={classes} />
      )}
      {has('reportTypes') && (
        <ChoiceFilter title={toolbar.reportType} filter={reportTypes} classes={classes} />
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
