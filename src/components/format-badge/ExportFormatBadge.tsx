import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { cx } from '../parts/cx.js'
import { formatWord } from '../parts/job-words.js'
import type { SlotClassNames } from '../parts/slot-classes.js'
import type { WordOverrides } from '../parts/UiScope.js'
import { useOwnUi } from '../useExportJobsUi.js'
import type { FormatBadgeSlot } from './slots.js'

/** Props of {@link ExportFormatBadge}, beside those of a `<span>`. */
export interface ExportFormatBadgeProps
  extends ComponentPropsWithoutRef<'span'>,
    Pick<WordOverrides, 'labels'> {
  /** The file format in lower case, such as `csv`. */
  format: string
  /** The host's class names, by slot. */
  classNames?: SlotClassNames<FormatBadgeSlot>
}

/** Shows a file format as an icon, drawn by the stylesheet, and a word. Renders a `<span>`. Source: M2, E2. */
export const ExportFormatBadge = forwardRef<HTMLSpanElement, ExportFormatBadgeProps>(
  function ExportFormatBadge(props, ref): ReactNode {
    const { format, labels: ownLabels, classNames, className, ...rest } = props
    const { labels } = useOwnUi({ labels: ownLabels }, 'ExportFormatBadge')
    return (
      <span
        {...rest}
        ref={ref}
        className={cx('ej-root ej-format-badge', classNames?.formatBadge, className)}
        data-format={format}
      >
        {formatWord(format, labels)}
      </span>
    )
  },
)
