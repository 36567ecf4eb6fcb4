/** Slots of the format badge. */
export const FORMAT_BADGE_SLOTS = ['formatBadge'] as const
