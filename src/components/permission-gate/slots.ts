/** Slots of the permission gate. */
export const PERMISSION_GATE_SLOTS = ['permissionGate'] as const

/** One member of {@link PERMISSION_GATE_SLOTS}. */
export type PermissionGateSlot = (typeof PERMISSION_GATE_SLOTS)[number]

/** What a host may replace in the permission gate. */
export const PERMISSION_GATE_PARTS = ['icon', 'loading', 'denied'] as const

/** One member of {@link PERMISSION_GATE_PARTS}. */
export type PermissionGatePart = (typeof PERMISSION_GATE_PARTS)[number]
