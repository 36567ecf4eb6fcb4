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
