import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import {
  ExportHistoryTable,
  type ExportHistoryTableProps,
} from '../history-table/ExportHistoryTable.js'
import type { HistoryTablePart } from '../history-table/slots.js'
import { cx } from '../parts/cx.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { HISTORY_SLOTS, type HistorySlot } from './slots.js'

/** Props of {@link ExportHistory}, beside those of a `<section>`. */
export interface ExportHistoryProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children'>,
    UiOverrides<HistoryTablePart> {
  /** The heading. Default from the labels. */
  heading?: ReactNode
  /** The heading's rank in the host's page. Default 2. */
  headingLevel?: 1 | 2 | 3
  /** Buttons beside the heading, such as New export. */
  actions?: ReactNode
  /** Props of the table. */
  table?: ExportHistoryTableProps
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<HistorySlot>
}

/** The whole export history page: heading, actions, table. Renders a `<section>`. */
export const ExportHistory = forwardRef<HTMLElement, ExportHistoryProps>(function ExportHistory(
  { labels, formatters, components, ...rest },
  ref,
): ReactNode {
  return (
    <UiScope labels={labels} formatters={formatters} components={components}>
      <Page {...rest} ref={ref} />
    </UiScope>
  )
})

const Page = forwardRef<HTMLElement, Omit<ExportHistoryProps, keyof UiOverrides>>(
  function Page(props, ref): ReactNode {
    const { heading, headingLevel = 2, actions, table, classNames, className, ...rest } = props
    const { labels } = useExportJobsUi()
    const classes = useSlotClasses(HISTORY_SLOTS, classNames)
    const titleId = useId()
    const Heading = `h${headingLevel}` as const
    return (
      <section
        aria-labelledby={titleId}
        {...rest}
        ref={ref}
        className={cx('ej-root', classes.history, className)}
      >
        <header className={classes.historyHeader}>
          <Heading id={titleId} className={classes.historyTitle}>
            {heading ?? labels.table.title}
          </Heading>
          {actions !== undefined && <div className={classes.historyActions}>{actions}</div>}
        </header>
        <ExportHistoryTable {...table} />
      </section>
    )
  },
)
