/** Slots of the export button and its panel. */
export const EXPORT_BUTTON_SLOTS = [
  'exportButton',
  'exportMain',
  'exportMore',
  'exportPanel',
  'exportPanelTitle',
  'exportRun',
] as const

/** One member of {@link EXPORT_BUTTON_SLOTS}. */
export type ExportButtonSlot = (typeof EXPORT_BUTTON_SLOTS)[number]

/** What a host may replace in the export button, its dialog and its form; who may not export has no button. */
export const EXPORT_BUTTON_PARTS = [
  'button',
  'icon',
  'loading',
  'error',
  'field',
  'problemSummary',
  'pathPreview',
  'requestForm',
  'requestDialog',
] as const

/** One member of {@link EXPORT_BUTTON_PARTS}. */
export type ExportButtonPart = (typeof EXPORT_BUTTON_PARTS)[number]
