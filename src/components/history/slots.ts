/** Slots of the whole page. */
export const HISTORY_SLOTS = ['history', 'historyHeader', 'historyTitle', 'historyActions'] as const

/** One member of {@link HISTORY_SLOTS}. */
export type HistorySlot = (typeof HISTORY_SLOTS)[number]
