/** Slots of the format badge. */
export const FORMAT_BADGE_SLOTS = ['formatBadge'] as const

/** One member of {@link FORMAT_BADGE_SLOTS}. */
export type FormatBadgeSlot = (typeof FORMAT_BADGE_SLOTS)[number]
