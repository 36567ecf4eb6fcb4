import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.js'

/** Props of {@link StatePanel}. */
export interface StatePanelProps {
  /** The drawing over the words. */
  readonly icon: IconName
  /** What is the matter. */
  readonly title: string
  /** What to do, or an empty text. */
  readonly text: string
  /** Which state it is, for styles: `empty`, `no-match`, `error`, `denied`. */
  readonly kind: string
  /** Buttons, and further words. */
  readonly children?: ReactNode
}

/** Stands where rows would: an icon, what is the matter, what to do. */
export function StatePanel({ icon, title, text, kind, children }: StatePanelProps): ReactNode {
  return (
    <div className="ej-state" data-kind={kind}>
      <span className="ej-state-icon">
        <Icon name={icon} />
      </span>
      <p className="ej-state-title">{title}</p>
      {text !== '' && <p className="ej-state-text">{text}</p>}
      {children}
    </div>
  )
}
