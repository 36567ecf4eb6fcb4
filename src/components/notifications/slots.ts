/** Slots of the notices. */
export const NOTIFICATIONS_SLOTS = [
  'notifications',
  'notificationPanel',
  'notificationTitle',
  'notificationDismiss',
  'notificationList',
  'notification',
  'notificationName',
  'notificationText',
  'notificationFooter',
] as const

/** One member of {@link NOTIFICATIONS_SLOTS}. */
export type NotificationsSlot = (typeof NOTIFICATIONS_SLOTS)[number]
