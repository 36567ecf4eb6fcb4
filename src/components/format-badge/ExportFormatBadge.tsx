import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import { cx } from '../parts/cx.js'
import { formatWord } from '../parts/job-words.js'
import { useExportJobsUi } from '../useExportJobsUi.js'

/** Props of {@link ExportFormatBadge}, beside those of a `<span>`. */
export interface ExportFormatBadgeProps extends ComponentPropsWithoutRef<'span'> {
  /** The file format in lower case, such as `csv`. */
  format: string
}

/** Shows a file format as an icon, drawn by the stylesheet, and a word. Renders a `<span>`. Source: M2, E2. */
export const ExportFormatBadge = forwardRef<HTMLSpanElement, ExportFormatBadgeProps>(
  function ExportFormatBadge({ format, className, ...rest }, ref): ReactNode {
    const { labels } = useExportJobsUi()
    return (
      <span
        {...rest}
        ref={ref}
        className={cx('ej-root ej-format-badge', className)}
        data-format={format}
      >
        {formatWord(format, labels)}
      </span>
    )
  },
)
