import type { ReactNode } from 'react'
import { DATE_PRESETS } from '../../core/date-presets.js'
import { NO_DATE_RANGE, readDateRange } from '../../core/field-values.js'
import type { DateField, DateRangeField } from '../../core/report-fields.js'
import { isCalendarDate } from '../../internal/calendar-date.js'
import { type FieldControlProps, inputState } from './field-control.js'
import { useRequestUi } from './useRequestUi.js'

/** A day. The browser brings the calendar. */
export function DateControl(props: FieldControlProps<DateField>): ReactNode {
  const { definition, state, classes } = props
  return (
    <input
      {...inputState(props)}
      {...bounds(definition)}
      id={state.controlId}
      type="date"
      className={classes.fieldInput}
      value={String(state.value ?? '')}
      onChange={(event) => state.setValue(event.currentTarget.value)}
      required={state.isRequired}
    />
  )
}

/** A period: a ready one, or two days; and the zone in which they are meant. */
export function DateRangeControl(props: FieldControlProps<DateRangeField>): ReactNode {
  const { definition, state, classes, describedBy } = props
  const { words, formatters } = useRequestUi()
  const { form } = words
  const range = readDateRange(state.value) ?? NO_DATE_RANGE
  const { presets = DATE_PRESETS } = definition
  const zoneId = `${state.controlId}-zone`
  const described = [describedBy, zoneId].filter(Boolean).join(' ')
  const day = (end: 'from' | 'to', id: string) => (
    <div>
      <label className={classes.fieldHint} htmlFor={id}>
        {form[end]}
      </label>
      <input
        {...bounds(definition)}
        id={id}
        type="date"
        className={classes.fieldInput}
        value={range[end] ?? ''}
        onChange={(event) =>
          state.setValue({ ...range, preset: null, [end]: event.currentTarget.value || null })
        }
        required={state.isRequired && !definition.openEnded}
        aria-describedby={described}
        aria-invalid={state.errors.length > 0 || undefined}
      />
    </div>
  )
  return (
    <>
      <div className={classes.fieldRow}>
        {presets.length > 0 && (
          <div>
            <label className={classes.fieldHint} htmlFor={`${state.controlId}-period`}>
              {form.period}
            </label>
            <select
              id={`${state.controlId}-period`}
              className={classes.fieldInput}
              value={range.preset ?? ''}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                const preset = presets.find((name) => name === chosen) ?? null
                state.setValue(
                  preset === null ? { ...range, preset } : { ...NO_DATE_RANGE, preset },
                )
              }}
            >
              <option value="">{form.ownDays}</option>
              {presets.map((preset) => (
                <option key={preset} value={preset}>
                  {form.presets[preset]}
                </option>
              ))}
            </select>
          </div>
        )}
        {day('from', state.controlId)}
        {day('to', `${state.controlId}-to`)}
      </div>
      <p id={zoneId} className={classes.fieldHint}>
        {form.timeZone({ zone: formatters.formatTimeZone() })}
      </p>
    </>
  )
}

/** The browser's own bounds; `today` moves, so that one is told by the form alone. */
function bounds({ min = '', max = '' }: Pick<DateField, 'min' | 'max'>) {
  return {
    min: isCalendarDate(min) ? min : '0001-01-01',
    max: isCalendarDate(max) ? max : '9999-12-31',
  }
}
