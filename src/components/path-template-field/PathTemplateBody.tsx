import { type ReactNode, useId } from 'react'
import { useRequestUi } from '../request-form/useRequestUi.js'
import { PathTemplateControl, type PathTemplateControlProps } from './PathTemplateControl.js'

/** Props of {@link PathTemplateBody}. */
export interface PathTemplateBodyProps
  extends Omit<PathTemplateControlProps, 'controlId' | 'describedBy'> {
  /** The label; default from the labels. */
  readonly label: ReactNode | undefined
  /** A sentence under the label. */
  readonly description: ReactNode | undefined
}

/** Label, description and control of a path template. A module of its own, fetched when it is needed. */
export function PathTemplateBody({
  label,
  description,
  ...control
}: PathTemplateBodyProps): ReactNode {
  const { words } = useRequestUi()
  const id = useId()
  const descriptionId = `${id}description`
  return (
    <>
      <label className="ej-field-label" htmlFor={id}>
        {label ?? words.pathTemplate.field}
      </label>
      {description !== undefined && (
        <p id={descriptionId} className="ej-field-hint">
          {description}
        </p>
      )}
      <PathTemplateControl
        {...control}
        controlId={id}
        describedBy={description === undefined ? undefined : descriptionId}
      />
    </>
  )
}
