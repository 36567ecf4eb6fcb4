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

/** What a host may replace in the notices. */
export const NOTIFICATIONS_PARTS = [
  'button',
  'icon',
  'notification',
  'statusBadge',
  'formatBadge',
  'downloadButton',
  'popUp',
] as const

/** One member of {@link NOTIFICATIONS_PARTS}. */
export type NotificationsPart = (typeof NOTIFICATIONS_PARTS)[number]
