import type { ReactNode } from 'react'
import { Button } from '../parts/Button.js'
import type { LoadingPanelProps } from '../parts/LoadingPanel.js'
import type { LazyModule } from '../parts/lazy-module.js'
import { StatePanel } from '../parts/StatePanel.js'
import { usePart } from '../parts/use-part.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link LazyPart}. */
export interface LazyPartProps<Part> {
  /** What `createLazyModule`'s hook returned. */
  readonly module: LazyModule<Part>
  /** Draws it. */
  readonly children: (part: Part) => ReactNode
}

/** Draws a part that is fetched when it is needed; until then, and when that fails, it says so. */
export function LazyPart<Part>({ module, children }: LazyPartProps<Part>): ReactNode {
  const { labels } = useExportJobsUi()
  const Loading = usePart('loading', PartLoading)
  const { status, part, retry } = module
  if (part !== null) return children(part)
  if (status === 'failed') {
    return (
      <div role="alert">
        <StatePanel icon="warning" kind="error" {...labels.errors.offline}>
          <div className="ej-state-actions">
            <Button onClick={retry}>{labels.table.tryAgain}</Button>
          </div>
        </StatePanel>
      </div>
    )
  }
  return <Loading label={labels.request.loading} />
}

/** A line of words where something small will stand. */
export function PartLoading({
  label,
  className = 'ej-part-loading',
}: LoadingPanelProps): ReactNode {
  return (
    <p className={className} role="status">
      {label}
    </p>
  )
}
