import type { ReactNode } from 'react'
import type { BulkAction, BulkItem } from '../../hooks/useExportBulkAction.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { jobWords } from '../parts/job-words.js'
import { refusalWords } from '../pop-ups/pop-up-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** What became of the selected jobs. */
export interface BulkReport {
  /** What was done. */
  readonly action: BulkAction
  /** What became of each. */
  readonly items: readonly BulkItem[]
}

/** Props of {@link BulkResult}. */
export interface BulkResultProps {
  /** What to tell. */
  readonly report: BulkReport
  /** Takes it away. */
  readonly onDismiss: () => void
}

/** How many were done; those that were not, by name and with the reason or with what is left to press. */
export function BulkResult({ report: { action, items }, onDismiss }: BulkResultProps): ReactNode {
  const { labels, formatters } = useExportJobsUi()
  const counted = (count: number) => ({ count, countText: formatters.formatNumber(count) })
  const doneCount = items.filter(isDone).length
  const refused = items.filter(({ outcome }) => outcome.kind === 'refused')
  const open = [...refused, ...items.filter(({ outcome }) => outcome.kind === 'blocked')]
  return (
    <>
      <p>
        {doneCount > 0 && labels.actions.done[action](counted(doneCount))}
        {refused.length > 0 && ` ${labels.bulk.failed(counted(refused.length))}`}{' '}
        <Button variant="icon" aria-label={labels.table.dismiss} onClick={onDismiss}>
          <Icon name="close" />
        </Button>
      </p>
      {open.length > 0 && (
        <ul>
          {open.map((item) => (
            <li key={item.job.id}>
              <OpenItem action={action} item={item} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function OpenItem({ action, item }: { readonly action: BulkAction; readonly item: BulkItem }) {
  const { labels, reportTypes } = useExportJobsUi()
  const { job, outcome } = item
  const what = jobWords(job, labels, reportTypes)
  if (outcome.kind === 'refused') {
    return labels.bulk.failure({ what, reason: refusalWords(action, outcome, labels) })
  }
  const name = labels.actions.clickToDownload
  return (
    outcome.kind === 'blocked' && (
      <>
        {what}{' '}
        <Button
          variant="link"
          aria-label={labels.actions.nameOf({ name, what })}
          onClick={outcome.press}
        >
          {name}
        </Button>
      </>
    )
  )
}

/** Whether it was done. */
export function isDone({ outcome }: BulkItem): boolean {
  return outcome.kind === 'done' || outcome.kind === 'started' || outcome.kind === 'saved'
}
