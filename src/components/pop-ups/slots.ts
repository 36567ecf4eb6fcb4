/** Slots of the "Failed to download" pop-ups. */
export const POP_UPS_SLOTS = [
  'popUps',
  'popUpStack',
  'popUp',
  'popUpTitle',
  'popUpSubject',
  'popUpText',
  'popUpClose',
] as const

/** One member of {@link POP_UPS_SLOTS}. */
export type PopUpsSlot = (typeof POP_UPS_SLOTS)[number]

/** What a host may replace in the pop-ups. */
export const POP_UPS_PARTS = ['button', 'icon', 'popUp'] as const

/** One member of {@link POP_UPS_PARTS}. */
export type PopUpsPart = (typeof POP_UPS_PARTS)[number]
