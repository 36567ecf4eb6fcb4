import type { DownloadOutcome, DownloadRefused } from './perform-download.js'

/** What is done with several files. */
export interface SeveralDownloads<Item> {
  /** Hands one over. */
  readonly perform: (
    item: Item,
    onLateRefusal: (refused: DownloadRefused) => void,
  ) => Promise<DownloadOutcome>
  /**
   * Hears what became of each, and again when that changes: storage refused it seconds after its
   * start, or a blocked one was pressed.
   */
  readonly onOutcome: (item: Item, outcome: DownloadOutcome) => void
}

/** Least time between two starts: of links that are followed at once, browsers take the last alone. */
const PACE_MS = 1_000

/**
 * Hands several files over, one after another and paced, so that the browser takes them all. A refused
 * one does not stop the others.
 *
 * @returns What became of each, in their order.
 */
export async function downloadSeveral<Item>(
  items: readonly Item[],
  { perform, onOutcome }: SeveralDownloads<Item>,
): Promise<ReadonlyMap<Item, DownloadOutcome>> {
  const outcomes = new Map<Item, DownloadOutcome>()
  let startedAt = Number.NEGATIVE_INFINITY

  for (const item of items) {
    const report = (outcome: DownloadOutcome) => {
      outcomes.set(item, outcome)
      onOutcome(item, outcome)
    }
    const restMs = startedAt + PACE_MS - performance.now()
    // nothing is awaited before the first one: it may need the press
    if (restMs > 0) await new Promise<void>((resolve) => setTimeout(resolve, restMs))
    const begin = performance.now()
    const outcome = reporting(await perform(item, report), report)
    if (outcome.kind === 'started') startedAt = begin
    report(outcome)
  }
  return outcomes
}

/** The same outcome; of a blocked one, what its press leads to is reported too. */
function reporting(
  outcome: DownloadOutcome,
  report: (next: DownloadOutcome) => void,
): DownloadOutcome {
  if (outcome.kind !== 'blocked') return outcome
  const press = async () => {
    const next = reporting(await outcome.press(), report)
    report(next)
    return next
  }
  return { kind: 'blocked', press }
}
