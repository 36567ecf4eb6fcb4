import { REQUEST_FORM_PARTS } from '../request-form/slots.js'

/** Slots of the dialog around a request form. */
export const REQUEST_DIALOG_SLOTS = ['requestDialog', 'requestDialogHeader'] as const

/** One member of {@link REQUEST_DIALOG_SLOTS}. */
export type RequestDialogSlot = (typeof REQUEST_DIALOG_SLOTS)[number]

/** What a host may replace in the dialog and in its form. */
export const REQUEST_DIALOG_PARTS = [...REQUEST_FORM_PARTS, 'requestForm'] as const

/** One member of {@link REQUEST_DIALOG_PARTS}. */
export type RequestDialogPart = (typeof REQUEST_DIALOG_PARTS)[number]
