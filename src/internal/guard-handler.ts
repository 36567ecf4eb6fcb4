/** What has thrown already, of what is asked for each cell of each drawing. */
const told = new WeakSet<object>()

/**
 * Runs a function of the host's. It must not break our page, nor ours the host's: its error goes to the
 * console alone.
 *
 * @param asked - The function, where it is asked at each drawing; what it throws is then told once.
 * @returns What it returned, or `undefined` when it threw.
 */
export function guardHandler<Result>(run: () => Result, asked?: object): Result | undefined {
  try {
    return run()
  } catch (thrown) {
    if (asked === undefined || !told.has(asked)) {
      console.error('[react-export-jobs] A function of the host threw:', thrown)
    }
    if (asked !== undefined) told.add(asked)
    return undefined
  }
}
