import type { ReactNode } from 'react'
import {
  type ExportJobActionsProps,
  JobActions,
  type JobActionsOptions,
} from '../job-actions/ExportJobActions.js'
import { usePart } from '../parts/use-part.js'
import type { ExportColumn } from './export-column.js'

function ActionsCell(props: ExportJobActionsProps): ReactNode {
  const Actions = usePart('jobActions', JobActions)
  return <Actions {...props} />
}

/**
 * Makes a column of what a person can do with each job, for a host's `columns`. Call it outside of
 * components: rows are drawn anew when their columns change. Source: W13, E7.
 *
 * @example
 * const actions = createActionsColumn({ deletePrompt: 'undo' })
 * const columns = (defaults) => [...defaults, actions]
 */
export function createActionsColumn(options: JobActionsOptions = {}): ExportColumn {
  return {
    id: 'actions',
    header: ({ actions }) => actions.column,
    cell: ({ job }) => <ActionsCell job={job} {...options} />,
    align: 'end',
  }
}
