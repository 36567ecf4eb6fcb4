import type { ReactNode } from 'react'
import type { PathTemplateFile } from '../../core/path-template-files.js'
import type { CustomField, ReportField } from '../../core/report-fields.js'
import type { UseExportRequestFieldResult } from '../../hooks/useExportRequestField.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import type { RequestFormSlot } from './slots.js'

/** A field of one kind, as its control gets it. */
export interface FieldControlProps<Field extends ReportField = ReportField> {
  /** The field's definition. */
  readonly definition: Field
  /** The field as it stands. */
  readonly state: UseExportRequestFieldResult
  /** What the field is called. */
  readonly label: string
  /** Ids of its explanation and its errors, or nothing. */
  readonly describedBy: string | undefined
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
}

/**
 * What a host's control for a `custom` field gets. Its element takes `state.controlId` as its id, so
 * that the label and the focus find it.
 */
export interface CustomControlProps {
  /** The field's definition, with the host's own settings. */
  readonly definition: CustomField
  /** The field as it stands: value, errors, `setValue`, `touch`. */
  readonly state: UseExportRequestFieldResult
  /** What the field is called. */
  readonly label: string
  /** Ids of its explanation and its errors, for `aria-describedby`, or nothing. */
  readonly describedBy: string | undefined
}

/** The host's controls, by the `control` of a `custom` field. */
export type CustomControls = Readonly<Record<string, (props: CustomControlProps) => ReactNode>>

/** What all fields of a form are drawn with; keeps its identity. */
export interface FieldKit {
  /** The classes of the slots. */
  readonly classes: SlotClasses<RequestFormSlot>
  /** The host's controls. */
  readonly controls: CustomControls | undefined
  /** The files on which path templates are tried. */
  readonly sampleFiles: readonly PathTemplateFile[] | undefined
}

/** What an input says of itself to assistive technology. */
export function inputState({
  state,
  describedBy,
}: Pick<FieldControlProps, 'state' | 'describedBy'>) {
  return {
    'aria-describedby': describedBy,
    'aria-invalid': state.errors.length > 0 || undefined,
    onBlur: state.touch,
  }
}
