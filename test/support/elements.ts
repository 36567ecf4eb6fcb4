import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'

/** The table of exports, once it is there. */
export const findTable = () => screen.findByRole('table', { name: 'Exports' })

/** The rows that hold a job, once there is one; the head is none of them. */
export async function findRows(): Promise<readonly HTMLElement[]> {
  await waitFor(() => expect(bodyRows()).not.toHaveLength(0))
  return bodyRows()
}

/** The rows that hold a job now. */
export const bodyRows = () =>
  screen
    .getAllByRole('row')
    .filter((row) => row.closest('thead') === null && within(row).queryAllByRole('cell').length > 0)

/** What the cells of a row say. */
export const cellTexts = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

/** The header over a column. */
export const header = (name: string) => screen.getByRole('columnheader', { name })

/** The button in the header over a column. */
export const sortButton = (name: string) => within(header(name)).getByRole('button', { name })

/** The toolbar. */
export const toolbar = () => within(screen.getByRole('search', { name: 'Filters' }))

/** The way to other pages. */
export const pager = () => within(screen.getByRole('navigation', { name: 'Pages' }))

/** The one row there is. */
export async function findOnlyRow(): Promise<HTMLElement> {
  const rows = await findRows()
  const [row] = rows
  if (row === undefined || rows.length > 1) throw new Error(`There are ${rows.length} rows.`)
  return row
}
