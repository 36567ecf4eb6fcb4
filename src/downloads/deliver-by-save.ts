import { choosePlace, giveUpPlace } from './choose-place.js'
import type { Delivered, DeliverOptions } from './delivery.js'
import { refusedTwice } from './refused-twice.js'
import { checkDownloadLink } from './safe-link.js'

/**
 * Lets the person choose a place at the press, then streams the file into it, piece by piece: however
 * large it is, it never stands in memory. Without a picker, or where the storage does not let this page
 * read, the file goes the usual way.
 *
 * @param otherwise - The usual way.
 * @throws {ExportJobsError} `unavailable` when storage refused two links, `offline` when the connection
 * was lost half-way, `aborted` when the place could not be written to.
 */
export async function deliverBySave(
  options: DeliverOptions,
  otherwise: (instead: 'no_picker' | 'unreadable') => Promise<Delivered>,
): Promise<Delivered> {
  const { document, saveTarget, suggestedName = 'export' } = options
  const chosen = await choosePlace(saveTarget, suggestedName, document)
  if (chosen.kind === 'none') return otherwise('no_picker')
  if (chosen.kind === 'blocked') {
    return { kind: 'blocked', press: () => deliverBySave(options, otherwise) }
  }
  if (chosen.kind === 'canceled') return chosen
  const { place } = chosen
  // fetched while the link is asked for; where it cannot be, the file goes the usual way
  const writer = import('./write-pieces.js').catch(() => null)
  const giveUp = async () => {
    await giveUpPlace(place)
    return otherwise('unreadable')
  }
  try {
    for (let times = 0; times < 2; times += 1) {
      const { url, size } = await options.ask()
      const link = checkDownloadLink(url, document.baseURI, options.allowInsecure)
      const answer = await read(link)
      if (answer === null) return await giveUp()
      if (answer.ok && answer.body !== null) {
        const part = await writer
        if (part === null) {
          await answer.body.cancel()
          return await giveUp()
        }
        const sizeBytes = await part.writePieces(
          answer,
          answer.body,
          place,
          size ?? null,
          options.onProgress,
        )
        return { kind: 'saved', sizeBytes }
      }
      await answer.body?.cancel()
    }
    throw refusedTwice()
  } catch (thrown) {
    await giveUpPlace(place)
    throw thrown
  }
}

/** Asks the storage for the file; `null` when it does not let this page read. */
async function read(link: URL): Promise<Response | null> {
  try {
    return await fetch(link, { cache: 'no-store', referrerPolicy: 'no-referrer' })
  } catch {
    return null
  }
}
