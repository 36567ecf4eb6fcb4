import type { ReactNode } from 'react'
import { useExportJobsUi } from '../useExportJobsUi.js'
import { StatePanel } from './StatePanel.js'

/** Tells that the person may not see this, with the hint to check the company. Source: M15, E1. */
export function DeniedPanel(): ReactNode {
  const { labels } = useExportJobsUi()
  return <StatePanel icon="lock" kind="denied" {...labels.table.denied} />
}
