/** Parts that several components share. The slot `iconButton` has the class `ej-icon-button`. */
export const SHARED_SLOTS = [
  'root',
  'icon',
  'button',
  'visuallyHidden',
  'popoverAnchor',
  'popover',
  'state',
  'stateIcon',
  'stateTitle',
  'stateText',
  'stateActions',
  'stateReference',
] as const

/** One member of {@link SHARED_SLOTS}. */
export type SharedSlot = (typeof SHARED_SLOTS)[number]
