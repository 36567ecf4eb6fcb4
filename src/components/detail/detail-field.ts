import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { ExportLabels } from '../../labels/labels.js'

/** What a fact gets. */
export interface ExportDetailFieldProps {
  /** The job on screen. */
  readonly job: ExportJob
}

/** One fact of a job's page, as data. */
export interface ExportDetailField {
  /** Unique on the page; stands in `data-field` for the host's own styles. */
  readonly id: string
  /** The fact's name. */
  readonly term: (labels: ExportLabels) => string
  /** Draws the fact; `null` leaves it out. It may use hooks: each fact is a component of its own. */
  readonly value: (props: ExportDetailFieldProps) => ReactNode
}
