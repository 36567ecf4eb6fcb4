import type { ReactNode } from 'react'
import type { ExportJob } from '../../core/job.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useExportJobsUi } from '../useExportJobsUi.js'
import type { ExportDetailField } from './detail-field.js'
import { parameterWords } from './parameter-words.js'
import type { DetailSlot } from './slots.js'

/** Props of {@link DetailFacts}. */
export interface DetailFactsProps {
  /** The job on screen. */
  readonly job: ExportJob
  /** Which facts. */
  readonly fields: readonly ExportDetailField[]
  /** The classes of the slots. */
  readonly classes: SlotClasses<DetailSlot>
}

/** The facts of a job; those that the backend does not give are left out. Source: W5. */
export function DetailFacts({ job, fields, classes }: DetailFactsProps): ReactNode {
  return (
    <dl className={classes.facts}>
      {fields.map((field) => (
        <Fact key={field.id} job={job} field={field} className={classes.fact} />
      ))}
    </dl>
  )
}

interface FactProps {
  readonly job: ExportJob
  readonly field: ExportDetailField
  readonly className: string
}

function Fact({ job, field, className }: FactProps): ReactNode {
  const { labels } = useExportJobsUi()
  const value = field.value({ job })
  if (value === null || value === undefined || value === false) return null
  return (
    <div className={className} data-field={field.id}>
      <dt>{field.term(labels)}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The request as it was made, as text; nothing where the backend does not keep it. */
export function DetailRequest({ job, classes }: Omit<DetailFactsProps, 'fields'>): ReactNode {
  const { labels, formatters, reportTypes } = useExportJobsUi()
  const parameters = parameterWords(job, reportTypes, labels, formatters)
  if (parameters.length === 0) return null
  return (
    <div className={classes.detailSection}>
      <p className={classes.detailSubtitle}>{labels.detail.request}</p>
      <dl className={classes.facts}>
        {parameters.map(({ id, name, text }) => (
          <div key={id} className={classes.fact} data-field={id}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
