/** Slots of the history table, its cells, pager and notices. */
export const HISTORY_TABLE_SLOTS = [
  'historyTable',
  'tableFrame',
  'table',
  'caption',
  'headerGroup',
  'headerRow',
  'headerCell',
  'sortButton',
  'body',
  'row',
  'cell',
  'pager',
  'pageSize',
  'pageRange',
  'pageList',
  'pageButton',
  'notice',
  'floatingNotice',
  'newRows',
] as const

/** One member of {@link HISTORY_TABLE_SLOTS}. */
export type HistoryTableSlot = (typeof HISTORY_TABLE_SLOTS)[number]

/** Parts inside the cells of the ready columns. */
export const CELL_SLOTS = [
  'skeleton',
  'link',
  'statusDetail',
  'statusError',
  'statusNote',
  'stuckButton',
  'stuckHelp',
  'progress',
  'progressBar',
  'retentionMark',
  'sourceMark',
  'sourceLink',
] as const

/** What a host may replace in the history table, and in the page around it. */
export const HISTORY_TABLE_PARTS = [
  'button',
  'icon',
  'empty',
  'noMatch',
  'error',
  'denied',
  'statusBadge',
  'formatBadge',
  'retentionMark',
  'downloadButton',
  'jobActions',
  'toolbar',
  'searchField',
  'filterChips',
  'newRows',
  'pager',
  'bulkBar',
  'confirmDialog',
  'popUp',
] as const

/** One member of {@link HISTORY_TABLE_PARTS}. */
export type HistoryTablePart = (typeof HISTORY_TABLE_PARTS)[number]
