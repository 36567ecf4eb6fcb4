/** Slots of the status badge. */
export const STATUS_BADGE_SLOTS = ['statusBadge'] as const
