import { type ReactNode, useRef, useState } from 'react'
import type { ExportJobsError } from '../../core/errors.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
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
          <button
            type="button"
            className="ej-button"
            onClick={onRetry}
            aria-busy={isRetrying || undefined}
          >
            {labels.table.tryAgain}
          </button>
        </div>
        {error.reference !== null && <Reference text={error.reference} />}
      </StatePanel>
    </div>
  )
}

/** A reference for support: it can be selected by one click, or copied. */
function Reference({ text }: { readonly text: string }): ReactNode {
  const { labels } = useExportJobsUi()
  const code = useRef<HTMLElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // forbidden, or missing on plain http: selected, it can be copied by hand
      if (code.current !== null) getSelection()?.selectAllChildren(code.current)
    }
  }
  return (
    <p className="ej-state-reference">
      {labels.table.reference} <code ref={code}>{text}</code>{' '}
      <button type="button" className="ej-button" data-variant="link" onClick={copy}>
        {isCopied ? labels.table.referenceCopied : labels.table.copyReference}
      </button>
    </p>
  )
}
