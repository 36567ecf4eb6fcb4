import type { ExportDetailProps, ExportDownloadButtonProps } from '../../src/index.js'
import { ExportPager, ExportPlainButton, ExportStatusBadge } from '../../src/index.js'

// what a component has can be replaced by what takes its props
export const button: ExportDownloadButtonProps['components'] = { button: ExportPlainButton }
export const badge: ExportDetailProps['components'] = {
  statusBadge: ({ job }) => job.status,
  downloadButton: (props) => props.job.id,
}
// @ts-expect-error: a download button has no pager
export const pager: ExportDownloadButtonProps['components'] = { pager: ExportPager }
// @ts-expect-error: a badge is not given what a button is given
export const icon: ExportDownloadButtonProps['components'] = { button: ExportStatusBadge }
