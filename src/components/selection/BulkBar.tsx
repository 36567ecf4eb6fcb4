import { type ReactNode, useRef, useState } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { DeletePrompt } from '../../hooks/useExportAction.js'
import {
  type BulkAction,
  type BulkItem,
  useExportBulkAction,
} from '../../hooks/useExportBulkAction.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { Button } from '../parts/Button.js'
import { ConfirmDialog } from '../parts/ConfirmDialog.js'
import { jobWords } from '../parts/job-words.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { type BulkReport, BulkResult, isDone } from './BulkResult.js'
import { useSelectedJobs, useSelectionStore } from './selection-context.js'

/** Props of {@link BulkBar}. */
export interface BulkBarProps {
  /** What can be done with the selection. */
  readonly actions: readonly BulkAction[]
  /** Whether deletions ask first or can be taken back. */
  readonly deletePrompt: DeletePrompt
}

/**
 * What can be done with the selected jobs, and what became of each. Jobs that could not be stay
 * selected, and are told one by one with the reason.
 */
export function BulkBar({ actions, deletePrompt }: BulkBarProps): ReactNode {
  const { labels, formatters, reportTypes } = useExportJobsUi()
  const { popUps } = useExportJobsContext('BulkBar')
  const Dialog = usePart('confirmDialog', ConfirmDialog)
  const store = useSelectionStore()
  const selected = [...useSelectedJobs().values()]
  const [report, setReport] = useState<BulkReport | null>(null)
  const [isAsking, setAsking] = useState(false)
  const offer = useRef<number | null>(null)
  const { running, allowed, run } = useExportBulkAction({
    deletePrompt,
    tabText: labels.actions.tabText,
    onUndoOffer(undo) {
      const going = allowed('delete', selected)
      const [job] = going
      if (job === undefined) return
      const done = { job, action: 'delete', refusal: null, reason: null, error: null } as const
      offer.current = popUps.show({ ...done, doneCount: going.length, undo })
      store?.select(going, false)
    },
    onItemChange(item) {
      setReport((known) => (known === null ? null : { ...known, items: replaced(known, item) }))
      if (isDone(item)) store?.select([item.job], false)
    },
  })
  const { formatNumber, formatList } = formatters
  const counted = (count: number) => ({ count, countText: formatNumber(count) })

  const confirmWords = (going: readonly ExportJob[]) => {
    const what = going.map((job) => jobWords(job, labels, reportTypes))
    return labels.actions.confirmDelete({ ...counted(going.length), what: formatList(what) })
  }

  const start = async (action: BulkAction) => {
    setReport(null)
    const items = await run(action, selected)
    if (offer.current !== null) popUps.dismiss(offer.current)
    offer.current = null
    store?.select(
      items.filter(isDone).map(({ job }) => job),
      false,
    )
    if (items.some(({ outcome }) => outcome.kind !== 'undone')) setReport({ action, items })
  }
  const press = (action: BulkAction) => {
    if (running !== null) return
    if (action === 'delete' && deletePrompt === 'confirm') setAsking(true)
    else void start(action)
  }
  if (selected.length === 0 && report === null && running === null) return null
  return (
    <section className="ej-bulk-bar" aria-label={labels.bulk.bar}>
      {selected.length > 0 && (
        <div className="ej-bulk-actions">
          <strong>{labels.bulk.selected(counted(selected.length))}</strong>
          {actions.map((action) => {
            const isIdle = allowed(action, selected).length === 0
            return (
              <Button
                key={action}
                data-action={action}
                aria-disabled={isIdle || running !== null || undefined}
                onClick={isIdle ? undefined : () => press(action)}
              >
                {labels.actions.names[action]}
              </Button>
            )
          })}
          <Button variant="link" onClick={() => store?.clear()}>
            {labels.bulk.clear}
          </Button>
        </div>
      )}
      <div className="ej-bulk-result" role="status">
        {running !== null &&
          labels.bulk.progress({
            done: formatNumber(running.done),
            total: formatNumber(running.total),
          })}
        {running === null && report !== null && (
          <BulkResult report={report} onDismiss={() => setReport(null)} />
        )}
      </div>
      {isAsking && (
        <Dialog
          {...confirmWords(allowed('delete', selected))}
          confirmWord={labels.actions.names.delete}
          keepWord={labels.actions.keep}
          onKeep={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void start('delete')
          }}
        />
      )}
    </section>
  )
}

function replaced({ items }: BulkReport, item: BulkItem): readonly BulkItem[] {
  return items.map((known) => (known.job.id === item.job.id ? item : known))
}
