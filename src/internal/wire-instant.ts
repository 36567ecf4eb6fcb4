import { utcMidnight } from './calendar-date.js'
import { instantOfWallTime } from './zoned-time.js'

/** How instants are read that carry no zone, or are numbers. */
export interface WireInstantRules {
  /** IANA zone of texts without one. */
  readonly timeZone: string
  /** Milliseconds in one unit of a number (1000 for seconds), or `null` to refuse numbers. */
  readonly epochUnitMs: number | null
}

const SHAPE =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?(?: ?([Zz]|[+-]\d\d(?::?\d\d)?))?$/

const LAST_INSTANT_MS = 253_402_300_799_999

/**
 * Reads an instant as backends write it, which `Date.parse` does differently from engine to engine:
 * a space for the `T`, `+00`, `+0000`, long fractions, no zone at all, epoch numbers.
 *
 * @returns The instant in UTC (`2026-11-23T14:04:08.100Z`), or `null` when it is none.
 */
export function readWireInstant(value: unknown, rules: WireInstantRules): string | null {
  const instant = typeof value === 'number' ? fromEpoch(value, rules) : fromText(value, rules)
  if (!Number.isFinite(instant) || instant < -62_167_219_200_000 || instant > LAST_INSTANT_MS) {
    return null
  }
  return new Date(instant).toISOString()
}

function fromEpoch(value: number, { epochUnitMs }: WireInstantRules): number {
  return epochUnitMs === null ? Number.NaN : Math.round(value * epochUnitMs)
}

function fromText(value: unknown, rules: WireInstantRules): number {
  const match = typeof value === 'string' ? SHAPE.exec(value) : null
  if (match === null) return Number.NaN
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return Number.NaN
  const midnight = utcMidnight(`${year}-${month}-${day}`)
  if (Number.isNaN(midnight)) return Number.NaN
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  const wall = midnight + seconds * 1000 + milliseconds
  return zone === undefined ? instantOfWallTime(wall, rules.timeZone) : wall - offsetMs(zone)
}

function offsetMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const digits = zone.replace(/\D/g, '').padEnd(4, '0')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 23 || minutes > 59) return Number.NaN
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
