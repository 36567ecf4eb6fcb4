import type { Delivered, DeliverOptions, SaveTarget } from './delivery.js'
import { refusedTwice } from './refused-twice.js'
import { checkDownloadLink } from './safe-link.js'

/** The browser's own picker of a place, which TypeScript's DOM library does not know yet. */
interface PickerWindow {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<{
    createWritable(): Promise<WritableStream<Uint8Array>>
  }>
}

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
  const pick = options.saveTarget ?? platformPicker(options.document.defaultView)
  if (pick === null) return otherwise('no_picker')
  let place: WritableStream<Uint8Array>
  try {
    place = await pick(options.suggestedName ?? 'export')
  } catch (thrown) {
    // a DOMException of another realm is no Error of this one
    const name: unknown = Reflect.get(Object(thrown), 'name')
    if (name === 'AbortError') return { kind: 'canceled' }
    if (name === 'SecurityError' || name === 'NotAllowedError') {
      return { kind: 'blocked', press: () => deliverBySave(options, otherwise) }
    }
    return otherwise('no_picker')
  }
  try {
    for (let times = 0; times < 2; times += 1) {
      const { url, size } = await options.ask()
      const link = checkDownloadLink(url, options.document.baseURI, options.allowInsecure)
      const answer = await read(link)
      if (answer === null) {
        await giveUp(place)
        return otherwise('unreadable')
      }
      if (answer.ok && answer.body !== null) {
        // fetched with the first file that is saved; the place was chosen in the gesture before
        const { writePieces } = await import('./write-pieces.js')
        const sizeBytes = await writePieces(
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
    await giveUp(place)
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

/** A place that is given up keeps what it held before. */
async function giveUp(place: WritableStream<Uint8Array>): Promise<void> {
  await place.abort().catch(() => {})
}

/** The browser's own picker of a place, where it has one. */
export function platformPicker(view: Window | null): SaveTarget | null {
  if (view === null || !hasPicker(view)) return null
  return async (suggestedName) =>
    (await view.showSaveFilePicker({ suggestedName })).createWritable()
}

function hasPicker(view: Window): view is Window & PickerWindow {
  return typeof Reflect.get(view, 'showSaveFilePicker') === 'function'
}
