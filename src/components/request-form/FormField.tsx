import { type FocusEvent, memo, type ReactNode } from 'react'
import type { RequestForm } from '../../forms/request-form-types.js'
import {
  type UseExportRequestFieldResult,
  useExportRequestField,
} from '../../hooks/useExportRequestField.js'
import { useSlotClasses } from '../parts/slot-classes.js'
import { useOwnPart } from '../parts/use-part.js'
import { PathTemplateControl } from '../path-template-field/PathTemplateControl.js'
import { PATH_TEMPLATE_SLOTS } from '../path-template-field/slots.js'
import { RadioControl, SelectControl, showsAllChoices } from './ChoiceControl.js'
import { ColumnControl } from './ColumnControl.js'
import { DateControl, DateRangeControl } from './DateControls.js'
import type { FieldControlProps, FieldKit } from './field-control.js'
import { errorWord, fieldWord } from './form-words.js'
import { ManyControl } from './ManyControl.js'
import { NumberControl, SwitchControl, TextControl } from './TextControls.js'
import { useRequestUi } from './useRequestUi.js'

/** Props of {@link FormField}. */
export interface FormFieldProps {
  /** From `useExportRequestForm`. */
  readonly form: RequestForm
  /** Which field. */
  readonly id: string
  /** What all fields share. */
  readonly kit: FieldKit
}

/**
 * One field with its label, its explanation and what is wrong with it. It is drawn anew when something
 * in it changes, and not for another field's key stroke.
 */
export const FormField = memo(function FormField({ form, id, kit }: FormFieldProps): ReactNode {
  const state = useExportRequestField(form, id)
  return state?.isShown ? <ShownField state={state} kit={kit} /> : null
})

/** What a host's own drawing of a field gets. */
export interface FieldPartProps {
  /**
   * The field as it stands: definition, value, errors, ids, `setValue`, `touch`. Its explanation
   * (`state.field.description`) belongs in an element with the id `state.descriptionId`.
   */
  readonly state: UseExportRequestFieldResult
  /** What the field is called. */
  readonly label: string
  /** The control, which has the id `state.controlId` and names what describes it. */
  readonly control: ReactNode
  /** What is wrong, for an element with the id `state.errorId`, or `null`. */
  readonly error: string | null
  /** Whether it has several controls, which need a name together, as in a `<fieldset>`. */
  readonly isGroup: boolean
}

interface ShownFieldProps {
  readonly state: UseExportRequestFieldResult
  readonly kit: FieldKit
}

function ShownField({ state, kit }: ShownFieldProps): ReactNode {
  const ui = useRequestUi()
  const { classes } = kit
  const { field, controlId, descriptionId, errorId } = state
  // a template's control tells its mistakes one by one
  const errors = state.errors.filter(({ code }) => code !== 'path_template')
  const label = fieldWord(field, ui)
  const hasHint = field.description !== undefined
  const describedBy =
    [hasHint && descriptionId, errors.length > 0 && errorId].filter(Boolean).join(' ') || undefined
  const Own = useOwnPart('field')
  const control = <Control state={state} kit={kit} label={label} describedBy={describedBy} />
  const name = (
    <>
      {label}
      {state.isRequired && field.kind !== 'switch' && (
        // the control itself says so to screen readers
        <span className={classes.fieldMark} aria-hidden="true">
          {' '}
          {ui.words.form.required}
        </span>
      )}
    </>
  )
  const hint = hasHint && (
    <p id={descriptionId} className={classes.fieldHint}>
      {field.description}
    </p>
  )
  const problem = errors.length === 0 ? null : errors.map((one) => errorWord(one, ui)).join(' ')
  const error = problem !== null && (
    <p id={errorId} className={classes.fieldError}>
      {problem}
    </p>
  )
  const shared = { className: classes.formField, 'data-kind': field.kind, 'data-field': field.id }
  const invalid = state.errors.length > 0 ? '' : undefined
  const asGroup = isGroup(state)
  const replaced = (ours: ReactNode) =>
    Own === undefined ? (
      ours
    ) : (
      <Own state={state} label={label} control={control} error={problem} isGroup={asGroup}>
        {ours}
      </Own>
    )
  if (asGroup) {
    const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!currentTarget.contains(relatedTarget)) state.touch()
    }
    return replaced(
      <fieldset {...shared} data-invalid={invalid} onBlur={leave} aria-describedby={describedBy}>
        <legend className={classes.fieldLabel}>{name}</legend>
        {hint}
        {control}
        {error}
      </fieldset>,
    )
  }
  const labelled = (
    <label className={classes.fieldLabel} htmlFor={controlId}>
      {name}
    </label>
  )
  return replaced(
    <div {...shared} data-invalid={invalid}>
      {field.kind === 'switch' ? (
        <div className={`ej-choice ${classes.switchField}`}>
          {control}
          {labelled}
        </div>
      ) : (
        labelled
      )}
      {hint}
      {field.kind !== 'switch' && control}
      {error}
    </div>,
  )
}

/** Whether a field has several controls, which need a name together. */
function isGroup({ field, options }: UseExportRequestFieldResult): boolean {
  switch (field.kind) {
    case 'multi-select':
    case 'column-picker':
    case 'date-range':
      return true
    case 'select':
      return showsAllChoices(field, { options })
    default:
      return false
  }
}

interface ControlProps extends Pick<FieldControlProps, 'state' | 'label' | 'describedBy'> {
  readonly kit: FieldKit
}

function Control({ kit, ...props }: ControlProps): ReactNode {
  const { state } = props
  const { field: definition } = state
  const common = { ...props, classes: kit.classes }
  switch (definition.kind) {
    case 'select':
      return showsAllChoices(definition, state) ? (
        <RadioControl {...common} definition={definition} />
      ) : (
        <SelectControl {...common} definition={definition} />
      )
    case 'multi-select':
      return <ManyControl {...common} definition={definition} />
    case 'column-picker':
      return <ColumnControl {...common} definition={definition} />
    case 'date':
      return <DateControl {...common} definition={definition} />
    case 'date-range':
      return <DateRangeControl {...common} definition={definition} />
    case 'text':
      return <TextControl {...common} definition={definition} />
    case 'number':
      return <NumberControl {...common} definition={definition} />
    case 'switch':
      return <SwitchControl {...common} definition={definition} />
    case 'path-template':
      return <PathControl {...props} kit={kit} />
    case 'custom': {
      const { controls = {} } = kit
      const Own = Object.hasOwn(controls, definition.control)
        ? controls[definition.control]
        : undefined
      if (Own !== undefined) return <Own {...props} definition={definition} />
      warnOfMissing(definition.control)
      return null
    }
  }
}

function PathControl({ kit, state, describedBy }: ControlProps): ReactNode {
  const classes = useSlotClasses(PATH_TEMPLATE_SLOTS, undefined)
  return (
    <PathTemplateControl
      value={String(state.value ?? '')}
      onChange={state.setValue}
      onBlur={state.touch}
      controlId={state.controlId}
      describedBy={describedBy}
      isInvalid={state.errors.length > 0}
      isRequired={state.isRequired}
      sampleFiles={kit.sampleFiles}
      classes={classes}
    />
  )
}

const warned = new Set<string>()

function warnOfMissing(control: string): void {
  if (process.env.NODE_ENV === 'production' || warned.has(control)) return
  warned.add(control)
  console.error(
    `[react-export-jobs] <ExportRequestForm>: a custom field asks for the control "${control}", which is not there, so the field cannot be filled in. Pass it in the prop controls.`,
  )
}
