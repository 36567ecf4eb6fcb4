import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useState } from 'react'
import type { PathTemplateFile } from '../../core/path-template-files.js'
import { useExportJobsContext } from '../../provider/export-jobs-context.js'
import { cx } from '../parts/cx.js'
import { createLazyModule } from '../parts/lazy-module.js'
import { type SlotClassNames, useSlotClasses } from '../parts/slot-classes.js'
import { type UiOverrides, UiScope } from '../parts/UiScope.js'
import { LazyPart } from '../request-form/LazyPart.js'
import { PATH_TEMPLATE_SLOTS, type PathTemplatePart, type PathTemplateSlot } from './slots.js'

/** Props of {@link PathTemplateField}, beside those of a `<div>`. */
export interface PathTemplateFieldProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onChange' | 'defaultValue'>,
    UiOverrides<PathTemplatePart> {
  /** The template's text, where the host keeps it. */
  value?: string
  /** The text at first, where the field keeps it itself. Default none, which is the usual naming. */
  defaultValue?: string
  /** Hears of each change. */
  onValueChange?: (value: string) => void
  /** The label. Default from the labels. */
  label?: ReactNode
  /** A sentence under the label. */
  description?: ReactNode
  /** The files of the preview; their names and ids are shown. Default five of an invented study. */
  sampleFiles?: readonly PathTemplateFile[]
  /** The input's name in a form of the host's. */
  name?: string
  /** Whether it must be filled in. Default `false`. */
  required?: boolean
  /** Whether it cannot be changed. Default `false`. */
  disabled?: boolean
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<PathTemplateSlot>
}

const useBody = /* @__PURE__ */ createLazyModule(() => import('./PathTemplateBody.js'))

/**
 * Asks for the folder structure inside a ZIP: a text with variables that are inserted at the caret,
 * mistakes marked at their places, and a preview on sample files that warns of files which would
 * overwrite one another. Renders a `<div>`. Source: F4 to F6.
 */
export const PathTemplateField = forwardRef<HTMLDivElement, PathTemplateFieldProps>(
  function PathTemplateField(props, ref): ReactNode {
    const { value, defaultValue = '', onValueChange, label, description, ...others } = props
    const { sampleFiles, name, required, disabled, classNames, ...more } = others
    const { labels, formatters, components, className, ...rest } = more
    useExportJobsContext('PathTemplateField')
    const [typed, setTyped] = useState(defaultValue)
    const classes = useSlotClasses(PATH_TEMPLATE_SLOTS, classNames)
    const body = useBody()
    const change = (next: string) => {
      setTyped(next)
      onValueChange?.(next)
    }
    return (
      <div {...rest} ref={ref} className={cx('ej-root', classes.pathTemplateField, className)}>
        <UiScope labels={labels} formatters={formatters} components={components}>
          <LazyPart module={body}>
            {({ PathTemplateBody }) => (
              <PathTemplateBody
                value={value ?? typed}
                onChange={change}
                label={label}
                description={description}
                sampleFiles={sampleFiles}
                name={name}
                isRequired={required}
                disabled={disabled}
                classes={classes}
              />
            )}
          </LazyPart>
        </UiScope>
      </div>
    )
  },
)
