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
