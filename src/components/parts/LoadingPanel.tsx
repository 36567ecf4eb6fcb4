import type { ReactNode } from 'react'

/** Props of {@link LoadingPanel}. */
export interface LoadingPanelProps {
  /** What is awaited, to be read out in a live region. */
  readonly label: string
  /** The class of the slot, where it has one. */
  readonly className?: string
}

/** A grey block where something will stand. */
export function LoadingPanel({ label, className = 'ej-state' }: LoadingPanelProps): ReactNode {
  return (
    <div className={className} data-kind="pending" role="status">
      <span className="ej-skeleton" />
      <span className="ej-visually-hidden">{label}</span>
    </div>
  )
}
