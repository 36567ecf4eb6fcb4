import type { ReactNode } from 'react'
import type { NumberField, SwitchField, TextField } from '../../core/report-fields.js'
import { type FieldControlProps, inputState } from './field-control.js'
import { useRequestUi } from './useRequestUi.js'

/** A text, on one line or several. */
export function TextControl(props: FieldControlProps<TextField>): ReactNode {
  const { definition, state, classes } = props
  const common = {
    ...inputState(props),
    id: state.controlId,
    className: classes.fieldInput,
    value: String(state.value ?? ''),
    required: state.isRequired,
  }
  return definition.multiline ? (
    <textarea
      {...common}
      rows={3}
      onChange={(event) => state.setValue(event.currentTarget.value)}
    />
  ) : (
    <input
      {...common}
      type="text"
      onChange={(event) => state.setValue(event.currentTarget.value)}
    />
  )
}

/** A number, typed with the decimal mark of the page's language. */
export function NumberControl(props: FieldControlProps<NumberField>): ReactNode {
  const { state, classes, definition } = props
  const { locale } = useRequestUi()
  const mark = decimalMark(locale)
  return (
    <input
      {...inputState(props)}
      id={state.controlId}
      type="text"
      inputMode={definition.integer ? 'numeric' : 'decimal'}
      autoComplete="off"
      className={classes.fieldInput}
      data-kind="number"
      value={String(state.value ?? '').replace('.', mark)}
      onChange={(event) => state.setValue(event.currentTarget.value.replace(mark, '.'))}
      required={state.isRequired}
    />
  )
}

function decimalMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5)
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.'
}

/** Yes or no. */
export function SwitchControl(props: FieldControlProps<SwitchField>): ReactNode {
  const { state } = props
  return (
    <input
      {...inputState(props)}
      id={state.controlId}
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its state by itself
      role="switch"
      checked={state.value === true}
      onChange={(event) => state.setValue(event.currentTarget.checked)}
      required={state.isRequired}
    />
  )
}
