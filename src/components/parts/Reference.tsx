import { type ReactNode, useRef, useState } from 'react'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { Button } from './Button.js'

/** A reference for support: it can be selected by one click, or copied. */
export function Reference({ text }: { readonly text: string }): ReactNode {
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
      <Button variant="link" onClick={copy}>
        {isCopied ? labels.table.referenceCopied : labels.table.copyReference}
      </Button>
    </p>
  )
}
