/** Slots of request forms. Every kind of field shares them; `data-kind` tells which it is. */
export const REQUEST_FORM_SLOTS = [
  'requestForm',
  'partLoading',
  'formBody',
  'formTools',
  'formSummary',
  'formSummaryTitle',
  'formNotice',
  'formNoticeText',
  'formNoticeActions',
  'formField',
  'fieldLabel',
  'fieldMark',
  'fieldHint',
  'fieldError',
  'fieldInput',
  'fieldRow',
  'fieldTools',
  'optionList',
  'option',
  'optionText',
  'optionHint',
  'columnSteps',
  'switchField',
  'formFoot',
  'formDelivery',
  'formActions',
  'settingsPanel',
  'settingsRow',
] as const

/** One member of {@link REQUEST_FORM_SLOTS}. */
export type RequestFormSlot = (typeof REQUEST_FORM_SLOTS)[number]

/** What a host may replace in request forms. */
export const REQUEST_FORM_PARTS = [
  'button',
  'icon',
  'loading',
  'error',
  'denied',
  'field',
  'problemSummary',
  'pathPreview',
] as const

/** One member of {@link REQUEST_FORM_PARTS}. */
export type RequestFormPart = (typeof REQUEST_FORM_PARTS)[number]
