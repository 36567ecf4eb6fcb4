/** Slots of the filter row under the headers. */
export const FILTER_ROW_SLOTS = [
  'filterRow',
  'filterCell',
  'filterField',
  'filterInput',
  'filterPicker',
  'filterAction',
  'filterPanel',
] as const

/** One member of {@link FILTER_ROW_SLOTS}. */
export type FilterRowSlot = (typeof FILTER_ROW_SLOTS)[number]
