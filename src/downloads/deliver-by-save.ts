import type { DownloadGrant } from '../core/download-grant.js'
import { choosePlace, giveUpPlace } from './choose-place.js'
import type { Delivered, DeliverOptions } from './delivery.js'

/**
 * Lets the person choose a place at the press, then streams the file into it, piece by piece: however
 * large it is, it never stands in memory. Without a picker, or where the storage does not let this page
 * read, the file goes the usual way.
 *
 * @param otherwise - The usual way; with the grant in hand where its link was not touched yet.
 * @throws {ExportJobsError} `unavailable` when storage refused two links, `offline` when the connection
 * was lost half-way, `aborted` when the place could not be written to.
 */
export async function deliverBySave(
  options: DeliverOptions,
  otherwise: (
    instead: 'no_picker' | 'unreadable',
    grant: DownloadGrant | null,
  ) => Promise<Delivered>,
): Promise<Delivered> {
  const { document, saveTarget, suggestedName = 'export' } = options
  // fetched while the person chooses; where it cannot be, the file goes the usual way
  const part = import('./save-file.js').catch(() => null)
  const chosen = await choosePlace(saveTarget, suggestedName, document)
  if (chosen.kind === 'none') return otherwise('no_picker', null)
  if (chosen.kind === 'blocked') {
    return { kind: 'blocked', press: () => deliverBySave(options, otherwise) }
  }
  if (chosen.kind === 'canceled') return chosen
  const { place } = chosen
  try {
    const saved = await (await part)?.saveFile(options, place)
    if (saved?.kind === 'saved') return saved
    await giveUpPlace(place)
    return await otherwise('unreadable', saved?.grant ?? null)
  } catch (thrown) {
    await giveUpPlace(place)
    throw thrown
  }
}
