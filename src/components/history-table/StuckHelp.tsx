import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { jobWords } from '../parts/job-words.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { Popover } from '../parts/Popover.js'
import { Reference } from '../parts/Reference.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

const useWays = /* @__PURE__ */ createLazyModule(() => import('./StuckActions.js'))

/** Says that a job takes longer than usual, and opens what can be done about it. Source: M16. */
export function StuckHelp({ job }: { readonly job: ExportJob }): ReactNode {
  const { labels, reportTypes } = useExportJobsUi()
  const label = labels.job.stuckHelp({ what: jobWords(job, labels, reportTypes) })
  return (
    <Popover
      trigger={
        <>
          <Icon name="warning" />
          {labels.job.stuck}
        </>
      }
      triggerLabel={label}
      triggerClassName="ej-stuck-button"
      isBare
      isActive={false}
      label={label}
    >
      {(close) => <Ways job={job} onEnd={close} />}
    </Popover>
  )
}

/** The reference is there at once; the actions are fetched, as few people ever need them. */
function Ways({ job, onEnd }: { readonly job: ExportJob; readonly onEnd: () => void }): ReactNode {
  const { labels } = useExportJobsUi()
  const { status, part, retry } = useWays()
  return (
    <div className="ej-stuck-help">
      <p>{labels.job.stuckText}</p>
      <Reference text={job.id} />
      {part !== null && <part.StuckActions job={job} onEnd={onEnd} />}
      {status === 'failed' && <Button onClick={retry}>{labels.table.tryAgain}</Button>}
    </div>
  )
}
