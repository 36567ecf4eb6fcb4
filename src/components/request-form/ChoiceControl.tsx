import type { ReactNode } from 'react'
import type { SelectField } from '../../core/report-fields.js'
import type { UseExportRequestFieldResult } from '../../hooks/useExportRequestField.js'
import { type FieldControlProps, inputState } from './field-control.js'
import { optionWord } from './form-words.js'
import { useRequestUi } from './useRequestUi.js'

const MOST_RADIOS = 8

/** Whether a field's choices have explanations, so that all of them are shown at once. */
export function showsAllChoices(
  definition: SelectField,
  { options }: Pick<UseExportRequestFieldResult, 'options'>,
): boolean {
  if (options.length > MOST_RADIOS) return false
  const mayBeDisabled = definition.options.some(({ disabledWhen }) => disabledWhen !== undefined)
  return mayBeDisabled || options.some(({ description }) => description !== null)
}

/** One of several choices in a list that opens. */
export function SelectControl(props: FieldControlProps<SelectField>): ReactNode {
  const { definition, state, classes } = props
  const ui = useRequestUi()
  const chosen = state.options.find(({ value }) => value === state.value)
  // what must be chosen only now, because of another choice, can be taken back
  const isFirm = state.isRequired && definition.requiredWhen === undefined
  const hasBlank = !isFirm || chosen === undefined
  return (
    <>
      <select
        {...inputState(props)}
        id={state.controlId}
        className={classes.fieldInput}
        value={chosen?.value ?? ''}
        onChange={(event) => state.setValue(event.currentTarget.value || null)}
        required={state.isRequired}
      >
        {hasBlank && <option value="">{ui.words.form.blankOption}</option>}
        {state.options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {optionWord(definition.id, option, ui)}
          </option>
        ))}
      </select>
      {chosen?.description && <p className={classes.fieldHint}>{chosen.description}</p>}
    </>
  )
}

/**
 * One of several choices, each with what it does. One that cannot be made now stays within reach of
 * the keyboard, so that its reason is read. Source: F1, F2.
 */
export function RadioControl(props: FieldControlProps<SelectField>): ReactNode {
  const { definition, state, classes } = props
  const ui = useRequestUi()
  const { controlId, options } = state
  const blank = {
    value: '',
    label: ui.words.form.blankOption,
    description: null,
    isDisabled: false,
    disabledReason: null,
  }
  const choices = state.isRequired ? options : [blank, ...options]
  const focused = choices.find(({ value }) => value === (state.value ?? '')) ?? choices[0]
  return (
    <div className={classes.optionList} data-explained="">
      {choices.map((option) => {
        const id = option === focused ? controlId : `${controlId}-${option.value}`
        const hints = [option.description, option.disabledReason].filter((hint) => hint !== null)
        return (
          <div
            key={option.value}
            className={`ej-choice ${classes.option}`}
            data-disabled={option.isDisabled ? '' : undefined}
          >
            <input
              id={id}
              type="radio"
              name={controlId}
              value={option.value}
              checked={(state.value ?? '') === option.value}
              required={state.isRequired}
              onChange={() => {
                if (!option.isDisabled) state.setValue(option.value || null)
              }}
              aria-disabled={option.isDisabled || undefined}
              aria-describedby={hints.length > 0 ? `${id}-hint` : undefined}
            />
            <span className={classes.optionText}>
              <label htmlFor={id}>{optionWord(definition.id, option, ui)}</label>
              {hints.length > 0 && (
                <span id={`${id}-hint`} className={classes.optionHint}>
                  {hints.join(' ')}
                </span>
              )}
            </span>
          </div>
        )
      })}
    </div>
  )
}
