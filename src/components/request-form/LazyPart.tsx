import type { ReactNode } from 'react'
import type { LazyModule } from '../parts/lazy-module.js'
import { StatePanel } from '../parts/StatePanel.js'
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
  const { status, part, retry } = module
  if (part !== null) return children(part)
  if (status === 'failed') {
    return (
      <div role="alert">
        <StatePanel icon="warning" kind="error" {...labels.errors.offline}>
          <div className="ej-state-actions">
            <button type="button" className="ej-button" onClick={retry}>
              {labels.table.tryAgain}
            </button>
          </div>
        </StatePanel>
      </div>
    )
  }
  return (
    <p className="ej-part-loading" role="status">
      {labels.request.loading}
    </p>
  )
}
