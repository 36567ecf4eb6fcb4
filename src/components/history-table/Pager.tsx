import { memo, type ReactNode, useId } from 'react'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { Icon, type IconName } from '../parts/icons.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { pagerPages } from './pager-pages.js'
import type { HistoryTableSlot } from './slots.js'

/** Props of {@link Pager}. */
export interface PagerProps {
  /** Present page, from 0. */
  readonly page: number
  /** Rows on a page. */
  readonly pageSize: number
  /** Choices of rows on a page. */
  readonly pageSizes: readonly number[]
  /** Rows on screen, or `null` while they are awaited. */
  readonly rowCount: number | null
  /** Matching jobs, or `null`. */
  readonly total: number | null
  /** Whether there are more than `total`. */
  readonly totalIsCapped: boolean
  /** Number of pages, or `null`. */
  readonly totalPages: number | null
  /** Whether another page follows. */
  readonly hasNextPage: boolean
  /** Whether a page comes before. */
  readonly hasPreviousPage: boolean
  /** Mark of the next page; cursor paging only. */
  readonly nextCursor: string | null
  /** Mark of the page before; cursor paging only. */
  readonly previousCursor: string | null
  /** Goes to a page, from 0. */
  readonly setPage: (page: number) => void
  /** Goes to a marked page. */
  readonly setCursor: (cursor: string | null) => void
  /** Changes the rows on a page. */
  readonly setPageSize: (pageSize: number) => void
  /** The classes of the slots. */
  readonly classes: SlotClasses<HistoryTableSlot>
}

/** Page size, the rows on screen, and the way to other pages. Source: M6, M8. */
export const Pager = memo(function Pager(props: PagerProps): ReactNode {
  const { page, totalPages, hasNextPage, hasPreviousPage, classes } = props
  const byCursor = usePagesByCursor()
  const { labels } = useExportJobsUi()
  const goBack = () => (byCursor ? props.setCursor(props.previousCursor) : props.setPage(page - 1))
  const goOn = () => (byCursor ? props.setCursor(props.nextCursor) : props.setPage(page + 1))
  const isCounted = !byCursor && totalPages !== null
  return (
    <nav className={classes.pager} aria-label={labels.pager.pager}>
      <PageSize {...props} />
      <PageRange {...props} />
      <div className={classes.pageList}>
        {!byCursor && (
          <Step {...props} icon="first" to={hasPreviousPage ? () => props.setPage(0) : null} />
        )}
        <Step {...props} icon="previous" to={hasPreviousPage ? goBack : null} />
        {isCounted && <PageNumbers {...props} totalPages={totalPages} />}
        <Step {...props} icon="next" to={hasNextPage ? goOn : null} />
        {isCounted && (
          <Step
            {...props}
            icon="last"
            to={hasNextPage ? () => props.setPage(totalPages - 1) : null}
          />
        )}
      </div>
    </nav>
  )
})

/** Where pages are marked by a cursor, only the next and the previous one are known. */
function usePagesByCursor(): boolean {
  return useExportJobsContext('Pager').client.capabilities.pagination === 'cursor'
}

function PageSize({ pageSize, pageSizes, setPageSize, classes }: PagerProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const id = useId()
  const choices = [...new Set([...pageSizes, pageSize])].sort((a, b) => a - b)
  return (
    <span className={classes.pageSize}>
      <label htmlFor={id}>{labels.pager.pageSize}</label>
      <select
        id={id}
        value={pageSize}
        onChange={(event) => setPageSize(Number(event.currentTarget.value))}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {formatters.formatNumber(choice)}
          </option>
        ))}
      </select>
    </span>
  )
}

function PageRange(props: PagerProps): ReactNode {
  const { page, pageSize, rowCount, total, totalIsCapped, classes } = props
  const byCursor = usePagesByCursor()
  const { labels, formatters } = useExportJobsUi()
  const words = () => {
    if (rowCount === null || rowCount === 0) return null
    const { formatNumber } = formatters
    if (byCursor) {
      return labels.pager.rowCount({ count: rowCount, countText: formatNumber(rowCount) })
    }
    const from = formatNumber(page * pageSize + 1)
    const to = formatNumber(page * pageSize + rowCount)
    if (total === null) return labels.pager.rangeWithoutTotal({ from, to })
    return labels.pager.range({ from, to, total: formatNumber(total), isCapped: totalIsCapped })
  }
  return <span className={classes.pageRange}>{words()}</span>
}

function PageNumbers(props: PagerProps & { readonly totalPages: number }): ReactNode {
  const { page, totalPages, setPage, classes } = props
  const { labels, formatters } = useExportJobsUi()
  return pagerPages(page, totalPages).map((item) => {
    if (typeof item === 'string') {
      return (
        <span key={item} className={classes.pageButton} data-gap="">
          …
        </span>
      )
    }
    const text = formatters.formatNumber(item + 1)
    return (
      <button
        key={item}
        type="button"
        className={classes.pageButton}
        data-number=""
        aria-label={labels.pager.page({ page: text })}
        aria-current={item === page ? 'page' : undefined}
        onClick={() => setPage(item)}
      >
        {text}
      </button>
    )
  })
}

interface StepProps {
  readonly icon: IconName & ('first' | 'previous' | 'next' | 'last')
  /** Goes there, or `null` when there is nowhere to go. */
  readonly to: (() => void) | null
  readonly classes: SlotClasses<HistoryTableSlot>
}

/** Stays focusable without effect: a button that is disabled by its own press would drop the focus. */
function Step({ icon, to, classes }: StepProps): ReactNode {
  const { labels } = useExportJobsUi()
  return (
    <button
      type="button"
      className={classes.pageButton}
      data-step={icon}
      aria-label={labels.pager[icon]}
      aria-disabled={to === null || undefined}
      onClick={to ?? undefined}
    >
      <Icon name={icon} />
    </button>
  )
}
