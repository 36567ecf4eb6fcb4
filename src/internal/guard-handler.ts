/**
 * Runs a function of the host's. It must not break our page, nor ours the host's: its error goes to the
 * console alone.
 *
 * @returns What it returned, or `undefined` when it threw.
 */
export function guardHandler<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch (thrown) {
    console.error('[react-export-jobs] A function of the host threw:', thrown)
    return undefined
  }
}
