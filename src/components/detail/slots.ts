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
