import { isRecord } from '../internal/is-record.js'
import { ExportJobsError } from './errors.js'

/**
 * Checks that a factory was given options, and in them what it cannot do without.
 *
 * @param factory - Name of the factory.
 * @param options - What it was given.
 * @param member - What has to be in it.
 * @param example - How it is given, as code.
 * @throws {ExportJobsError} `invalid`.
 */
export function checkOptions(
  factory: string,
  options: unknown,
  member: string,
  example: string,
): void {
  if (isRecord(options) && options[member] !== undefined && options[member] !== null) return
  const remedy =
    process.env.NODE_ENV === 'production'
      ? ''
      : ` It does not know whom to ask. Call ${factory}({ ${example} }).`
  throw new ExportJobsError('invalid', { message: `${factory} got no ${member}.${remedy}` })
}
