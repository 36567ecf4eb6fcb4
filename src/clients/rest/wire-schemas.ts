import * as v from 'valibot'
import { isRecord } from '../../internal/is-record.js'
import { memo } from '../../internal/memo.js'
import { readWireInstant, type WireInstantRules } from '../../internal/wire-instant.js'
import { calendarDay } from '../../internal/zoned-time.js'

/** A text, or `null`. */
export const optionalText = v.nullish(v.string('a string'), null)
/** A truth value, or `null`. */
export const optionalFlag = v.nullish(v.boolean('a boolean'), null)
/** A list of texts, or `null`. */
export const optionalTexts = v.nullish(v.array(v.string('a string'), 'an array'), null)
/** A number, or `null`. JSON such as `1e999` reads as infinite. */
export const optionalNumber = v.nullish(
  v.pipe(
    v.number('a number'),
    v.check((value) => Number.isFinite(value), 'a finite number'),
  ),
  null,
)
/** A number from 0, or `null`. */
export const optionalCount = v.nullish(
  v.pipe(
    v.number('a number'),
    v.check((count) => count >= 0 && count < Number.POSITIVE_INFINITY, 'a number from 0'),
  ),
  null,
)
/** Any list. */
export const list = v.array(v.unknown(), 'an array')
/** An object with fields, or `null`. */
export const optionalRecord = v.nullish(
  v.custom<Record<string, unknown>>(isRecord, 'an object'),
  null,
)
/** An id or another mark: a text, or a whole number that JSON carries exactly. */
export const identifier = v.pipe(
  v.unknown(),
  v.transform((value) => (Number.isSafeInteger(value) ? String(value) : value)),
  v.string('a string or a whole number'),
  v.check((id) => id !== '', 'a string or a whole number'),
)

/** Makes the schema of an instant as the backend writes it; the output is ISO 8601 in UTC. */
export function instantSchema(rules: WireInstantRules) {
  // every poll brings the same texts again
  const readText = memo((text) => readWireInstant(text, rules))
  return v.pipe(
    v.unknown(),
    v.transform((value) =>
      typeof value === 'string' ? readText(value) : readWireInstant(value, rules),
    ),
    v.string('an instant'),
  )
}

/** Makes the schema of a calendar date, or of an instant whose date as written counts. */
export function dateSchema(rules: WireInstantRules) {
  const readText = memo((text) => readWireInstant(text, rules) && text.slice(0, 10))
  return v.pipe(
    v.unknown(),
    v.transform((value) => {
      if (typeof value === 'string') return readText(value)
      const instant = readWireInstant(value, rules)
      return instant && calendarDay(Date.parse(instant), rules.timeZone)
    }),
    v.string('a calendar date'),
  )
}
