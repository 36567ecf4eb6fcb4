/** Slots of the selection. */
export const SELECTION_SLOTS = [
  'selectBox',
  'checkbox',
  'bulkBar',
  'bulkActions',
  'bulkResult',
] as const
