import { toExportJobsError } from '../../core/errors.js'

/** Makes a method reject with nothing but `ExportJobsError`, whatever a host's function throws. */
export function guard<Args extends readonly unknown[], Result>(
  method: string,
  run: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await run(...args)
    } catch (thrown) {
      throw toExportJobsError(thrown, method)
    }
  }
}
