import type { JobDateRange } from '../../src/core/job.js'
import { createRandom, type Random } from '../backend/random.js'

/** One line of a purchase-order report. */
export interface ReportRow {
  /** Order number. */
  readonly orderNumber: string
  /** Day of receipt, `YYYY-MM-DD`. */
  readonly receivedOn: string
  /** Vendor, in its own script. */
  readonly vendor: string
  /** The vendor in Latin letters, for writers whose font has no others. */
  readonly vendorLatin: string
  /** Where it was delivered. */
  readonly location: string
  /** What was delivered. */
  readonly item: string
  /** How many. */
  readonly quantity: number
  /** Unit of the quantity. */
  readonly unit: string
  /** Price of one unit. */
  readonly unitPrice: number
  /** Quantity times price, to the cent. */
  readonly total: number
  /** A remark; it may hold line ends, quotes and text that looks like a formula. */
  readonly note: string
}

/** The columns of a report, in order. */
export const REPORT_COLUMNS = [
  { key: 'orderNumber', label: 'Order no.', isNumber: false },
  { key: 'receivedOn', label: 'Received on', isNumber: false },
  { key: 'vendor', label: 'Vendor', isNumber: false },
  { key: 'location', label: 'Delivery location', isNumber: false },
  { key: 'item', label: 'Item', isNumber: false },
  { key: 'quantity', label: 'Quantity', isNumber: true },
  { key: 'unit', label: 'Unit', isNumber: false },
  { key: 'unitPrice', label: 'Unit price', isNumber: true },
  { key: 'total', label: 'Total', isNumber: true },
  { key: 'note', label: 'Note', isNumber: false },
] as const satisfies readonly { key: keyof ReportRow; label: string; isNumber: boolean }[]

const VENDORS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['Harbor & Vine Foods, Inc.', 'Harbor & Vine Foods, Inc.'],
  ['Molkerei Grünwald GmbH', 'Molkerei Grünwald GmbH'],
  ['Boulangerie “Chez Noël”', 'Boulangerie “Chez Noël”'],
  ["O'Brien Meats", "O'Brien Meats"],
  ['東京茶商株式会社', 'Tokyo Chasho K.K.'],
  ['Łódzkie Zioła sp. z o.o.', 'Lodzkie Ziola sp. z o.o.'],
  ['مخبز النور', 'Al Noor Bakery'],
  ['Café São João, Lda.', 'Café São João, Lda.'],
]

const LOCATIONS: readonly [string, ...string[]] = [
  'Main Kitchen',
  'Warehouse 4, Dock B',
  'Rooftop Bar',
  'Bistro "Le Coin"',
  'Zürich West',
]

const ITEMS: readonly [
  readonly [string, string, number],
  ...(readonly [string, string, number])[],
] = [
  ['Butter, unsalted', 'kg', 7.4],
  ['Crème fraîche 40 %', 'l', 5.15],
  ['Oranges (Valencia)', 'case', 23.9],
  ['Olive oil 5 l "extra virgin"', 'can', 41.5],
  ['Sencha', 'kg', 68],
  ['Flour type 00', 'bag', 18.25],
  ['Eggs, free range', 'tray', 9.8],
  ['Basil', 'bunch', 1.35],
]

const NOTES: readonly [string, ...string[]] = [
  '',
  '',
  '',
  '',
  'Short by one case, credit note follows',
  'Delivered to the back door.\nSigned by J. Ortiz.',
  '=SUM(A1:A9) was typed into this field by the vendor',
  '+1 crate free of charge',
  '-5 % discount, "autumn" price list',
  '@reception: please call first 🍋',
]

const FALLBACK_RANGE = { from: '2026-10-01', to: '2026-10-31' }
const DAY_MS = 86_400_000

/**
 * Makes a report's rows: the same for the same seed, dates within the period, oldest first.
 *
 * @param options.seed - Names the job, so that each has its own rows.
 * @param options.count - How many rows.
 */
export function makeRows(options: {
  readonly seed: string
  readonly count: number
  readonly dateRange: JobDateRange | null
}): readonly ReportRow[] {
  const random = createRandom(`${options.seed}/rows`)
  const from = options.dateRange?.from ?? options.dateRange?.to ?? FALLBACK_RANGE.from
  const to = options.dateRange?.to ?? options.dateRange?.from ?? FALLBACK_RANGE.to
  const days = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS))
  const firstOrder = random.integer(10_000, 80_000)
  return Array.from({ length: options.count }, (_, index) => {
    const day = Math.floor((index / options.count) * (days + 1))
    return makeRow(random, firstOrder + index, addDays(from, day))
  })
}

function makeRow(random: Random, order: number, receivedOn: string): ReportRow {
  const [vendor, vendorLatin] = random.pick(VENDORS)
  const [item, unit, price] = random.pick(ITEMS)
  const quantity = random.integer(1, 48)
  const unitPrice = Math.round(price * (0.9 + random.next() * 0.2) * 100) / 100
  return {
    orderNumber: `PO-${order}`,
    receivedOn,
    vendor,
    vendorLatin,
    location: random.pick(LOCATIONS),
    item,
    quantity,
    unit,
    unitPrice,
    total: Math.round(quantity * unitPrice * 100) / 100,
    note: random.pick(NOTES),
  }
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}
