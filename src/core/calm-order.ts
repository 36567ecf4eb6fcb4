import { isShallowEqual } from '../internal/shallow-equal.js'

/** A row of a list; anything with an id that nothing else in the list has. */
export interface CalmRow {
  /** Tells the rows apart. */
  readonly id: string
}

/** What {@link calmOrder} is told. */
export interface CalmOrderInput<Row extends CalmRow> {
  /** The rows on screen, in their order. */
  readonly shown: readonly Row[]
  /** The rows of the latest answer, in their order. */
  readonly next: readonly Row[]
  /** Whether the rows on screen must stay where they are. */
  readonly isBusy: boolean
  /**
   * Tells whether the person has just taken a row away or brought it back: it leaves at once, and comes
   * back to its place at once. Default never.
   */
  readonly isOwn?: (id: string) => boolean
  /** Whether another page follows, so that a row may have been pushed onto it. Default `false`. */
  readonly hasNextPage?: boolean
}

/** What {@link calmOrder} returns. */
export interface CalmOrder<Row extends CalmRow> {
  /**
   * The rows to show, each as the latest answer has it. `next` itself where nothing is held back, and
   * `shown` itself where nothing changes.
   */
  readonly rows: readonly Row[]
  /** Ids of the rows that wait, in the order of the answer. */
  readonly arrived: readonly string[]
  /** Ids of the rows that are still shown though they have left the list. */
  readonly vanished: ReadonlySet<string>
}

/**
 * Puts an answer on screen without moving a row under somebody's hands: while they are busy, rows
 * change in place, new ones wait and lost ones stay. Otherwise the answer is shown as it is.
 *
 * A row that arrivals have only pushed over the end of the page is kept, but has not vanished.
 */
export function calmOrder<Row extends CalmRow>(input: CalmOrderInput<Row>): CalmOrder<Row> {
  const { shown, next, isBusy, isOwn } = input
  const arrived: string[] = []
  const vanished = new Set<string>()
  if (!isBusy) return { rows: next, arrived, vanished }

  const fresh = new Map(next.map((row) => [row.id, row]))
  const rows = shown.flatMap((row) => fresh.get(row.id) ?? (isOwn?.(row.id) ? [] : row))
  const held = new Set(rows.map(({ id }) => id))
  let behind = 0
  let above: string | null = null
  for (const [id, row] of fresh) {
    if (!held.has(id)) {
      if (!isOwn?.(id)) {
        arrived.push(id)
        behind += 1
        continue
      }
      rows.splice(rows.findIndex((other) => other.id === above) + 1, 0, row)
    }
    behind = 0
    above = id
  }

  for (const id of held) if (!fresh.has(id)) vanished.add(id)
  // each arrival above pushes one row over the end
  const pushed = input.hasNextPage ? arrived.length - (above === null ? 0 : behind) : 0
  for (const { id } of [...rows].reverse().slice(0, pushed)) {
    if (fresh.has(id)) break
    vanished.delete(id)
  }

  const known = [next, shown].find((former) => isShallowEqual(former, rows))
  return { rows: known ?? rows, arrived, vanished }
}
