/** Slots of the toolbar, its filters and chips. */
export const HISTORY_TOOLBAR_SLOTS = [
  'historyToolbar',
  'toolbarRow',
  'searchField',
  'searchInput',
  'filterButton',
  'filterCount',
  'choiceList',
  'choice',
  'chipList',
  'chip',
] as const

/** One member of {@link HISTORY_TOOLBAR_SLOTS}. */
export type HistoryToolbarSlot = (typeof HISTORY_TOOLBAR_SLOTS)[number]
