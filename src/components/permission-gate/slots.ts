/** Slots of the permission gate. */
export const PERMISSION_GATE_SLOTS = ['permissionGate'] as const
