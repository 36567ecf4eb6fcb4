import type { ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { useOwnPart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { BulkBarProps } from './BulkBar.js'
import { useSelection } from './selection-context.js'

const useBulkBar = /* @__PURE__ */ createLazyModule(() => import('./BulkBar.js'))

/** What can be done with a selection, fetched with the first table whose rows can be selected. */
export function BulkBarPlace(props: BulkBarProps): ReactNode {
  const { labels } = useExportJobsUi()
  const Own = useOwnPart('bulkBar')
  const { part, status, retry } = useBulkBar()
  const isAnySelected = useSelection((selection) => selection.read().size > 0, false)
  if (part !== null) {
    const ours = <part.BulkBar {...props} />
    return Own === undefined ? ours : <Own {...props}>{ours}</Own>
  }
  if (status !== 'failed' || !isAnySelected) return null
  return (
    <section className="ej-bulk-bar" aria-label={labels.bulk.bar}>
      <Button onClick={retry}>{labels.table.tryAgain}</Button>
    </section>
  )
}
