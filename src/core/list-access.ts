import type { CanFunction, PermissionAnswer, PermissionDetails } from './actions.js'
import type { ExportJob } from './job.js'
import type { ReportType } from './report-types.js'

/** What a person may see of the list. Plain JSON. Source: W9. */
export interface ListAccess {
  /** Whether there is anything to see; `pending` while one of the host's answers is. */
  readonly answer: PermissionAnswer
  /**
   * The report types whose jobs may be seen, in the registry's order; `null` where the list is not
   * confined to some.
   */
  readonly reportTypes: readonly string[] | null
}

/**
 * Says what a person may see of the list: `can('list')` answers for the page, and
 * `can('list', { reportType, permission })` for each registered report type.
 *
 * The list is confined to the permitted types as soon as one type names a `permission` or is refused,
 * and then jobs of types that are not registered are not seen either. Source: W9.
 */
export function resolveListAccess(
  reportTypes: readonly ReportType[],
  can: CanFunction,
): ListAccess {
  const page = can('list')
  if (page !== true) return { answer: page, reportTypes: null }
  const answers = reportTypes.map((type) => can('list', typeDetails(type)))
  const isConfined = reportTypes.some(
    ({ permission }, index) => permission !== undefined || answers[index] !== true,
  )
  if (!isConfined) return { answer: true, reportTypes: null }
  if (answers.includes('pending')) return { answer: 'pending', reportTypes: null }
  const permitted = reportTypes.filter((_, index) => answers[index] === true)
  return { answer: permitted.length > 0, reportTypes: permitted.map(({ id }) => id) }
}

/** What a permission question says of a report type. */
export function typeDetails({ id, permission }: ReportType): PermissionDetails {
  return { reportType: id, ...(permission !== undefined && { permission }) }
}

/** Whether a person may see a report type's jobs; `null` stands for a job that does not say its type. */
export function isTypeVisible(
  reportType: ExportJob['reportType'],
  { answer, reportTypes }: ListAccess,
): boolean {
  if (answer !== true) return false
  return reportTypes === null || (reportType !== null && reportTypes.includes(reportType))
}

/**
 * The report types to ask a backend for: those that are wanted, or all, as far as they are permitted.
 * Empty asks for every type; `null` means that nothing of what is wanted may be seen.
 *
 * @param wanted - The filter's; empty for all.
 */
export function permittedTypes(
  wanted: readonly string[],
  { reportTypes }: ListAccess,
): readonly string[] | null {
  if (reportTypes === null) return wanted
  if (wanted.length === 0) return reportTypes
  const both = wanted.filter((id) => reportTypes.includes(id))
  return both.length === 0 ? null : both
}
