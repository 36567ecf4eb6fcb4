import { type ComponentType, forwardRef, type PropsWithChildren, type ReactNode } from 'react'
import {
  type ExportComponents,
  ExportConfirmDialog,
  ExportDeadEnd,
  ExportDeniedPanel,
  ExportDownloadButton,
  ExportEmptyPanel,
  ExportErrorPanel,
  ExportFilterChips,
  ExportFormatBadge,
  ExportHistoryToolbar,
  ExportIcon,
  ExportJobActions,
  ExportLoadingPanel,
  ExportNewRowsChip,
  ExportNoMatchPanel,
  ExportNotification,
  ExportPager,
  type ExportPart,
  type ExportPartProps,
  ExportPlainButton,
  ExportPopUpBody,
  ExportRequestDialog,
  ExportRequestForm,
  ExportRetentionMark,
  ExportSearchField,
  ExportStatusBadge,
} from '../../src/index.js'

/** Ours with a mark around it, as a host wraps it. */
function marked<Part extends ExportPart>(
  part: Part,
  Ours: ComponentType<ExportPartProps[Part]>,
): ComponentType<ExportPartProps[Part]> {
  return function Marked(props: ExportPartProps[Part]) {
    return (
      <span data-part={part}>
        <Ours {...props} />
      </span>
    )
  }
}

/** The same for what is fetched only when it is needed. */
const markedLater = (part: ExportPart) => (props: PropsWithChildren) => (
  <div data-part={part}>{props.children}</div>
)

const MarkedButton = forwardRef<HTMLButtonElement, Omit<ExportPartProps['button'], 'ref'>>(
  function MarkedButton(props, ref): ReactNode {
    return <ExportPlainButton {...props} ref={ref} data-part="button" />
  },
)

/** Every part, replaced by ours with a mark that a test finds; more than any one component has. */
export const MARKED_PARTS = {
  button: MarkedButton,
  icon: marked('icon', ExportIcon),
  statusBadge: marked('statusBadge', ExportStatusBadge),
  formatBadge: marked('formatBadge', ExportFormatBadge),
  retentionMark: marked('retentionMark', ExportRetentionMark),
  downloadButton: marked('downloadButton', ExportDownloadButton),
  jobActions: marked('jobActions', ExportJobActions),
  confirmDialog: marked('confirmDialog', ExportConfirmDialog),
  popUp: marked('popUp', ExportPopUpBody),
  empty: marked('empty', ExportEmptyPanel),
  noMatch: marked('noMatch', ExportNoMatchPanel),
  error: marked('error', ExportErrorPanel),
  denied: marked('denied', ExportDeniedPanel),
  loading: marked('loading', ExportLoadingPanel),
  deadEnd: marked('deadEnd', ExportDeadEnd),
  toolbar: marked('toolbar', ExportHistoryToolbar),
  searchField: marked('searchField', ExportSearchField),
  filterChips: marked('filterChips', ExportFilterChips),
  newRows: marked('newRows', ExportNewRowsChip),
  pager: marked('pager', ExportPager),
  bulkBar: markedLater('bulkBar'),
  notification: marked('notification', ExportNotification),
  field: markedLater('field'),
  problemSummary: markedLater('problemSummary'),
  pathPreview: markedLater('pathPreview'),
  requestForm: marked('requestForm', ExportRequestForm),
  requestDialog: marked('requestDialog', ExportRequestDialog),
} as const satisfies Required<ExportComponents>
