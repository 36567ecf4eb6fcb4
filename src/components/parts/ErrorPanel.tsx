import type { ReactNode } from 'react'
import type { ExportJobsError } from '../../core/errors.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { Button } from './Button.js'
import { Reference } from './Reference.js'
import { StatePanel } from './StatePanel.js'

/** Props of {@link ErrorPanel}. */
export interface ErrorPanelProps {
  /** What went wrong; its code chooses the words. */
  readonly error: ExportJobsError
  /** Tries again. */
  readonly onRetry: () => void
  /** Whether that is under way. */
  readonly isRetrying: boolean
}

/** Tells that there is nothing to show but a failure. */
export function ErrorPanel({ error, onRetry, isRetrying }: ErrorPanelProps): ReactNode {
  const { labels } = useExportJobsUi()
  const { title, text } = labels.errors[error.code]
  return (
    <div role="alert">
      <StatePanel icon="warning" kind="error" title={title} text={text}>
        <div className="ej-state-actions">
          <Button onClick={onRetry} aria-busy={isRetrying || undefined}>
            {labels.table.tryAgain}
          </Button>
        </div>
        {error.reference !== null && <Reference text={error.reference} />}
      </StatePanel>
    </div>
  )
}
