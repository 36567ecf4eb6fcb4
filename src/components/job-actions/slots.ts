/** Slots of a job's actions and of the dialog that asks before a deletion. */
export const JOB_ACTIONS_SLOTS = [
  'jobActions',
  'actionList',
  'actionReason',
  'dialog',
  'dialogTitle',
  'dialogText',
  'dialogActions',
] as const

/** One member of {@link JOB_ACTIONS_SLOTS}. */
export type JobActionsSlot = (typeof JOB_ACTIONS_SLOTS)[number]

/** What a host may replace in a job's actions. */
export const JOB_ACTIONS_PARTS = ['button', 'icon', 'confirmDialog'] as const

/** One member of {@link JOB_ACTIONS_PARTS}. */
export type JobActionsPart = (typeof JOB_ACTIONS_PARTS)[number]
