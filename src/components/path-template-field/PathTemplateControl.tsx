import { type ReactNode, useMemo, useRef } from 'react'
import {
  PATH_TEMPLATE_VARIABLES,
  type PathTemplateError,
  type PathTemplateVariable,
  parsePathTemplate,
} from '../../core/path-template.js'
import type { PathTemplateFile } from '../../core/path-template-files.js'
import { useIsomorphicLayoutEffect } from '../../internal/use-stable.js'
import { Button } from '../parts/Button.js'
import { Icon } from '../parts/icons.js'
import { Popover } from '../parts/Popover.js'
import type { SlotClasses } from '../parts/slot-classes.js'
import { useOwnPart } from '../parts/use-part.js'
import { useRequestUi } from '../request-form/useRequestUi.js'
import { PathMistakes } from './PathMistakes.js'
import { PathPreview } from './PathPreview.js'
import { SAMPLE_FILES } from './sample-files.js'
import type { PathTemplateSlot } from './slots.js'

/** Props of {@link PathTemplateControl}. */
export interface PathTemplateControlProps {
  /** The template's text. */
  readonly value: string
  /** Takes over what was typed or inserted. */
  readonly onChange: (value: string) => void
  /** The person left the input. */
  readonly onBlur?: () => void
  /** The input's id. */
  readonly controlId: string
  /** Ids of what describes the input, besides its mistakes. */
  readonly describedBy?: string
  /** Whether something besides the template's own mistakes is wrong. Default `false`. */
  readonly isInvalid?: boolean
  /** Whether it must be filled in. Default `false`. */
  readonly isRequired?: boolean
  /** Whether it cannot be changed. Default `false`. */
  readonly disabled?: boolean
  /** The input's name in a form of the host's. */
  readonly name?: string
  /** The files of the preview. */
  readonly sampleFiles?: readonly PathTemplateFile[]
  /** The classes of the slots. */
  readonly classes: SlotClasses<PathTemplateSlot>
}

/** The input of a path template with its variables, its mistakes and its preview. */
export function PathTemplateControl(props: PathTemplateControlProps): ReactNode {
  const { value, onChange, onBlur, controlId, describedBy, classes } = props
  const { isInvalid = false, isRequired, disabled, name, sampleFiles = SAMPLE_FILES } = props
  const { words } = useRequestUi()
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const mistakes = useMemo(() => {
    const result = parsePathTemplate(value)
    return result.ok ? [] : result.errors
  }, [value])

  // the caret stands behind what was inserted once that is in the input
  useIsomorphicLayoutEffect(() => {
    if (caret.current === null) return
    select(caret.current, caret.current)
    caret.current = null
  }, [value])

  function select(start: number, end: number): void {
    input.current?.focus()
    input.current?.setSelectionRange(start, end)
  }
  const insert = (variable: PathTemplateVariable) => {
    const { selectionStart, selectionEnd } = input.current ?? {}
    const start = selectionStart ?? value.length
    const text = `{{ ${variable} }}`
    caret.current = start + text.length
    onChange(value.slice(0, start) + text + value.slice(selectionEnd ?? start))
  }
  const show = ({ index, length }: PathTemplateError) => select(index, index + length)
  const Own = useOwnPart('pathPreview')
  const previewProps = { text: value, sampleFiles, classes }
  const preview = <PathPreview {...previewProps} />
  const { insert: insertWord, variables } = words.pathTemplate
  const mistakesId = `${controlId}-mistakes`
  const described = [describedBy, mistakes.length > 0 && mistakesId].filter(Boolean).join(' ')
  return (
    <div className={classes.pathControl}>
      <input
        ref={input}
        id={controlId}
        type="text"
        name={name}
        // a path reads from left to right in any language
        dir="ltr"
        className={`ej-field-input ${classes.pathInput}`}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        disabled={disabled}
        required={isRequired}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={isInvalid || mistakes.length > 0 || undefined}
        aria-describedby={described || undefined}
      />
      {disabled !== true && (
        <Popover
          trigger={
            <>
              {insertWord}
              <Icon name="down" />
            </>
          }
          isActive={false}
          label={insertWord}
        >
          {(close) => (
            <div className={classes.pathVariables}>
              {PATH_TEMPLATE_VARIABLES.map((variable) => (
                <Button
                  key={variable}
                  className={classes.pathVariable}
                  variant="quiet"
                  onClick={() => {
                    close()
                    insert(variable)
                  }}
                >
                  <code>{variable}</code>
                  <span className={classes.pathVariableText}>{variables[variable]}</span>
                </Button>
              ))}
            </div>
          )}
        </Popover>
      )}
      <PathMistakes
        id={mistakesId}
        text={value}
        mistakes={mistakes}
        onShow={show}
        classes={classes}
      />
      {Own === undefined ? preview : <Own {...previewProps}>{preview}</Own>}
    </div>
  )
}
