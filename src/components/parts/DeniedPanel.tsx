import type { ReactNode } from 'react'
import type { ProblemText } from '../../labels/labels.js'
import { StatePanel } from './StatePanel.js'

/** Tells that the person may not see this, with the hint to check the company. Source: M15, E1. */
export function DeniedPanel(words: ProblemText): ReactNode {
  return <StatePanel icon="lock" kind="denied" {...words} />
}
