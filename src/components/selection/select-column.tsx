import { type ReactNode, useCallback } from 'react'
import type { DrawnColumn, ExportCellProps } from '../history-table/export-column.js'
import { dateRangeWords, jobWords } from '../parts/job-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { useSelection, useSelectionStore } from './selection-context.js'

/** The checkboxes before the rows. */
export const SELECT_COLUMN: DrawnColumn = {
  id: 'select',
  title: '',
  align: 'start',
  cell: SelectCell,
  head: () => <SelectPage />,
}

function SelectCell({ job }: ExportCellProps): ReactNode {
  const { labels, formatters, reportTypes } = useExportJobsUi()
  const store = useSelectionStore()
  const isSelected = useSelection((selection) => selection.read().has(job.id), false)
  const what = jobWords(job, labels, reportTypes)
  const when =
    dateRangeWords(job, labels, formatters) ??
    (job.createdAt === null ? null : formatters.formatDateTime(job.createdAt))
  return (
    <label className="ej-select-box">
      <input
        type="checkbox"
        className="ej-checkbox"
        aria-label={labels.bulk.select({ what, when })}
        checked={isSelected}
        data-selected={isSelected ? '' : undefined}
        onChange={(event) => store?.select([job], event.currentTarget.checked)}
      />
    </label>
  )
}

/** All of the page at once; half ticked while only some of it is selected. */
function SelectPage(): ReactNode {
  const { labels } = useExportJobsUi()
  const store = useSelectionStore()
  const share = useSelection((selection) => {
    const page = selection.readPage()
    const count = page.filter(({ id }) => selection.read().has(id)).length
    return count === 0 ? 'none' : count === page.length ? 'all' : 'some'
  }, 'none')
  const mark = useCallback(
    (box: HTMLInputElement | null) => {
      if (box !== null) box.indeterminate = share === 'some'
    },
    [share],
  )
  return (
    <label className="ej-select-box">
      <input
        ref={mark}
        type="checkbox"
        className="ej-checkbox"
        aria-label={labels.bulk.selectPage}
        checked={share === 'all'}
        onChange={() => store?.select(store.readPage(), share !== 'all')}
      />
    </label>
  )
}
