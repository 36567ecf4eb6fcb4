/** One received order, as the host's own page shows it. */
export interface PurchaseOrder {
  readonly number: string
  /** Day of receipt, `YYYY-MM-DD`. */
  readonly receivedOn: string
  readonly vendor: string
  readonly location: string
  /** In euros. */
  readonly total: number
}

/** Where goods are delivered. */
export const LOCATIONS = ['Main Kitchen', 'Rooftop Bar', 'Bakery', 'Zürich West'] as const

const VENDORS = [
  'Harbor & Vine Foods',
  'Molkerei Grünwald',
  'Chez Noël',
  "O'Brien Meats",
  'Café São João',
] as const

const DAY_MS = 86_400_000

/** The orders of the last months, the newest first. */
export const PURCHASE_ORDER_LIST: readonly PurchaseOrder[] = Array.from(
  { length: 90 },
  (_, index) => ({
    number: `PO-${48_210 - index}`,
    receivedOn: dayBefore(index * 1.3),
    vendor: pick(VENDORS, index * 3),
    location: pick(LOCATIONS, index + Math.floor(index / 7)),
    total: 120 + ((index * 7_919) % 4_300) + ((index * 37) % 100) / 100,
  }),
)

/** The day so many days before today. */
export function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)
}

function pick<T>(values: readonly [T, ...T[]], index: number): T {
  return values[index % values.length] ?? values[0]
}
