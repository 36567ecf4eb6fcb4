import { isRecord } from '../../internal/is-record.js'

/**
 * Checks what a host's function chose from the ready parts, so that a mistake is told where it was
 * made. Does nothing in production.
 *
 * @param prop - The component and its prop, such as `<ExportHistoryTable>: columns`.
 * @param choice - What the host chose.
 * @param functions - What each part must be able to do.
 * @throws {Error} What is wrong, why it matters and what to do.
 */
export function checkChoice(prop: string, choice: unknown, functions: readonly string[]): void {
  if (process.env.NODE_ENV === 'production') return
  if (!Array.isArray(choice)) {
    throw new Error(
      `[react-export-jobs] ${prop} did not return an array, so there is nothing to draw. Return the parts to show, such as (defaults) => [...defaults, own].`,
    )
  }
  const ids = new Set<unknown>()
  for (const [index, part] of choice.entries()) {
    const isWhole =
      isRecord(part) && functions.every((name) => typeof part[name] === 'function') && !!part.id
    if (!isWhole || ids.has(part.id)) {
      throw new Error(
        `[react-export-jobs] ${prop} returned ${isWhole ? 'an id twice' : 'something that cannot be drawn'} at [${index}]. Give each part its own id and the functions ${functions.join(' and ')}.`,
      )
    }
    ids.add(part.id)
  }
}

/** Checks that a host's choice is a function, and not already the parts. Does nothing in production. */
export function checkChooser(prop: string, choose: unknown): void {
  if (process.env.NODE_ENV === 'production' || typeof choose === 'function') return
  throw new Error(
    `[react-export-jobs] ${prop} is not a function, so it cannot be asked for its parts. Pass (defaults) => [...], which is given the ready ones.`,
  )
}
