import * as v from 'valibot'
import { readWireInstant, type WireInstantRules } from '../../internal/wire-instant.js'
import { calendarDay } from '../../internal/zoned-time.js'

/** A text, or `null`. */
export const optionalText = v.nullish(v.string('a string'), null)
/** A truth value, or `null`. */
export const optionalFlag = v.nullish(v.boolean('a boolean'), null)
/** A list of texts; none counts as empty. */
export const texts = v.nullish(v.array(v.string('a string'), 'an array'), [])
/** A number from 0, or `null`. */
export const optionalCount = v.nullish(
  v.pipe(v.number('a number'), v.finite('a finite number'), v.minValue(0, 'a number from 0')),
  null,
)
/** An id: a text, or a whole number that JSON carries exactly. */
export const identifier = v.pipe(
  v.union(
    [
      v.pipe(v.string(), v.nonEmpty('a string or a whole number')),
      v.pipe(v.number(), v.safeInteger('a string or a whole number below 2^53')),
    ],
    'a string or a whole number',
  ),
  v.transform(String),
)

/** An instant as the backend writes it; the output is ISO 8601 in UTC. */
export function instantSchema(rules: WireInstantRules) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, string>(({ dataset, addIssue, NEVER }) => {
      const instant = readWireInstant(dataset.value, rules)
      if (instant !== null) return instant
      addIssue({ message: 'an instant' })
      return NEVER
    }),
  )
}

/** A calendar date, or an instant whose date as written counts. */
export function dateSchema(rules: WireInstantRules) {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, string>(({ dataset: { value }, addIssue, NEVER }) => {
      const instant = readWireInstant(value, rules)
      if (instant === null) {
        addIssue({ message: 'a calendar date' })
        return NEVER
      }
      return typeof value === 'string'
        ? value.slice(0, 10)
        : calendarDay(Date.parse(instant), rules.timeZone)
    }),
  )
}
