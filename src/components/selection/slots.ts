/** Slots of the selection. */
export const SELECTION_SLOTS = ['checkbox', 'bulkBar', 'bulkActions', 'bulkResult'] as const
