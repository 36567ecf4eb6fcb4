/** Slots of the download button. */
export const DOWNLOAD_BUTTON_SLOTS = ['downloadButton'] as const

/** One member of {@link DOWNLOAD_BUTTON_SLOTS}. */
export type DownloadButtonSlot = (typeof DOWNLOAD_BUTTON_SLOTS)[number]

/** What a host may replace in the download button. */
export const DOWNLOAD_BUTTON_PARTS = ['button', 'icon'] as const

/** One member of {@link DOWNLOAD_BUTTON_PARTS}. */
export type DownloadButtonPart = (typeof DOWNLOAD_BUTTON_PARTS)[number]
