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

/** What a host may replace in the toolbar. */
export const HISTORY_TOOLBAR_PARTS = ['button', 'icon', 'searchField', 'filterChips'] as const

/** One member of {@link HISTORY_TOOLBAR_PARTS}. */
export type HistoryToolbarPart = (typeof HISTORY_TOOLBAR_PARTS)[number]
