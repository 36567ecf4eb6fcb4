/** Slots of the status badge. */
export const STATUS_BADGE_SLOTS = ['statusBadge'] as const

/** One member of {@link STATUS_BADGE_SLOTS}. */
export type StatusBadgeSlot = (typeof STATUS_BADGE_SLOTS)[number]
