/** Slots of the dialog around a request form. */
export const REQUEST_DIALOG_SLOTS = ['requestDialog', 'requestDialogHeader'] as const

/** One member of {@link REQUEST_DIALOG_SLOTS}. */
export type RequestDialogSlot = (typeof REQUEST_DIALOG_SLOTS)[number]
