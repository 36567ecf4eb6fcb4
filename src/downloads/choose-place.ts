import type { SaveTarget } from './delivery.js'

/** The browser's own picker of a place, which TypeScript's DOM library does not know yet. */
interface PickerWindow {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<{
    createWritable(): Promise<WritableStream<Uint8Array>>
  }>
}

/** What came of letting the person choose a place. */
export type ChosenPlace =
  /** This one. */
  | { readonly kind: 'place'; readonly place: WritableStream<Uint8Array> }
  /** The person wants none. */
  | { readonly kind: 'canceled' }
  /** The browser lets a place be chosen only at another press. */
  | { readonly kind: 'blocked' }
  /** Places cannot be chosen here. */
  | { readonly kind: 'none' }

/**
 * Lets the person choose a place for a file. Call it at the press, before anything is awaited.
 *
 * @param saveTarget - Opens the place; default the browser's own picker, where it has one.
 * @param suggestedName - A safe file name.
 */
export async function choosePlace(
  saveTarget: SaveTarget | undefined,
  suggestedName: string,
  { defaultView }: Document,
): Promise<ChosenPlace> {
  const pick = saveTarget ?? platformPicker(defaultView)
  if (pick === null) return { kind: 'none' }
  try {
    return { kind: 'place', place: await pick(suggestedName) }
  } catch (thrown) {
    // a DOMException of another realm is no Error of this one
    const name: unknown = Reflect.get(Object(thrown), 'name')
    if (name === 'AbortError') return { kind: 'canceled' }
    if (name === 'SecurityError' || name === 'NotAllowedError') return { kind: 'blocked' }
    return { kind: 'none' }
  }
}

/** Gives a place up, so that it keeps what it held before. */
export async function giveUpPlace(place: WritableStream<Uint8Array>): Promise<void> {
  await place.abort().catch(() => {})
}

function platformPicker(view: Window | null): SaveTarget | null {
  if (view === null || !hasPicker(view)) return null
  return async (suggestedName) =>
    (await view.showSaveFilePicker({ suggestedName })).createWritable()
}

function hasPicker(view: Window): view is Window & PickerWindow {
  return typeof Reflect.get(view, 'showSaveFilePicker') === 'function'
}
