/** Slots of the download button. */
export const DOWNLOAD_BUTTON_SLOTS = ['downloadButton'] as const
