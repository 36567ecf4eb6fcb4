import { focusPlace } from '../parts/focus-place.js'

const FOCUSABLE = 'a[href], button, input, select, [tabindex]'

/**
 * Moves the focus to the row after the one that is about to go, to the same place in it where there
 * is one; from the last row to the one before, and from the only one to the table.
 *
 * @param element - Something in the row that goes; outside of a row nothing happens.
 */
export function focusNeighbour(element: Element | null): void {
  const row = element?.closest('tr') ?? null
  if (row === null) return
  const next = row.nextElementSibling ?? row.previousElementSibling
  const column = element?.closest('td')?.dataset.column
  const cell = next?.querySelector(`td[data-column="${column}"]`)
  const target = [cell, next].flatMap(
    (place) => place?.querySelector<HTMLElement>(FOCUSABLE) ?? [],
  )[0]
  const table = row.closest('table')
  if (target !== undefined) target.focus()
  else if (table !== null) focusPlace(table)
}
