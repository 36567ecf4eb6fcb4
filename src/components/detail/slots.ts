/** Slots of a job's own page. */
export const DETAIL_SLOTS = [
  'detail',
  'detailBack',
  'detailHeader',
  'detailTitle',
  'detailActions',
  'detailNote',
  'detailFailure',
  'detailSection',
  'detailSubtitle',
  'facts',
  'fact',
  'detailFiles',
  'detailFile',
  'detailFileFacts',
] as const

/** One member of {@link DETAIL_SLOTS}. */
export type DetailSlot = (typeof DETAIL_SLOTS)[number]

/** What a host may replace on a job's own page. */
export const DETAIL_PARTS = [
  'button',
  'icon',
  'loading',
  'error',
  'deadEnd',
  'statusBadge',
  'formatBadge',
  'retentionMark',
  'downloadButton',
  'jobActions',
  'confirmDialog',
  'popUp',
] as const

/** One member of {@link DETAIL_PARTS}. */
export type DetailPart = (typeof DETAIL_PARTS)[number]
