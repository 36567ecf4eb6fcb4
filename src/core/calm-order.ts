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
  /** Ids of the rows that were already known to have left the list. Default none. */
  readonly vanished?: ReadonlySet<string>
  /**
   * Ids of rows that the person takes away or brings back: they leave at once, and come back to their
   * place at once. Default none.
   */
  readonly own?: ReadonlySet<string>
  /** Whether another page follows, so that a row may have been pushed onto it. Default `false`. */
  readonly hasNextPage?: boolean
  /** Whether a page comes before, so that a row may have moved up onto it. Default `false`. */
  readonly hasPreviousPage?: boolean
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

const NO_IDS: ReadonlySet<string> = new Set()

/**
 * Puts an answer on screen without moving a row under somebody's hands: while they are busy, rows
 * change in place, new ones wait and lost ones stay. Otherwise the answer is shown as it is.
 *
 * A row that arrivals have only pushed over the end of the page is kept, but has not vanished.
 */
export function calmOrder<Row extends CalmRow>(input: CalmOrderInput<Row>): CalmOrder<Row> {
  const { shown, next, isBusy, own = NO_IDS, hasNextPage, hasPreviousPage } = input
  if (!isBusy) return { rows: next, arrived: [], vanished: NO_IDS }

  const fresh = new Map(next.map((row) => [row.id, row]))
  const kept = shown.filter(({ id }) => fresh.has(id) || !own.has(id))
  const known = new Set(kept.map(({ id }) => id))
  const rows = kept.map((row) => fresh.get(row.id) ?? row)
  const arrived: string[] = []
  let behind = 0
  let above: string | null = null
  for (const [id, row] of fresh) {
    if (known.has(id)) behind = 0
    else if (own.has(id)) rows.splice(rows.findIndex((other) => other.id === above) + 1, 0, row)
    else {
      arrived.push(id)
      behind += 1
      continue
    }
    above = id
  }

  const vanished = new Set(kept.flatMap(({ id }) => (fresh.has(id) ? [] : id)))
  // Each arrival pushes one row over the end it came from; a row known to be lost stays lost.
  const release = (from: readonly Row[], most: number) => {
    let count = most
    for (const { id } of from) {
      if (count === 0 || fresh.has(id)) return
      if (input.vanished?.has(id)) continue
      vanished.delete(id)
      count -= 1
    }
  }
  if (hasNextPage) release([...kept].reverse(), arrived.length - (above === null ? 0 : behind))
  if (hasPreviousPage) release(kept, behind)

  const same = [next, shown].find((former) => isShallowEqual(former, rows))
  return { rows: same ?? rows, arrived, vanished }
}
