import { beforeEach, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportFormatBadge } from '../../src/components/format-badge/ExportFormatBadge.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import {
  ExportHistoryToolbar,
  type ExportHistoryToolbarProps,
} from '../../src/components/history-toolbar/ExportHistoryToolbar.js'
import { ExportNotifications } from '../../src/components/notifications/ExportNotifications.js'
import { ExportPermissionGate } from '../../src/components/permission-gate/ExportPermissionGate.js'
import { ExportPopUps } from '../../src/components/pop-ups/ExportPopUps.js'
import { ExportStatusBadge } from '../../src/components/status-badge/ExportStatusBadge.js'
import { useExportListState } from '../../src/hooks/useExportListState.js'
import { describeConformance, type RootProps } from '../support/describe-conformance.js'

// React tells of every error that a component throws, also of those a test expects
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

const job = buildExportJob()

function Toolbar({ root, ...rest }: { readonly root: RootProps }) {
  const list = useExportListState()
  const props: ExportHistoryToolbarProps = { list, ...rest }
  return <ExportHistoryToolbar {...props} {...root} />
}

describeConformance('ExportHistory', 'section', (props) => <ExportHistory {...props} />)
describeConformance('ExportHistoryTable', 'div', (props) => <ExportHistoryTable {...props} />)
describeConformance('ExportHistoryToolbar', 'div', (props) => <Toolbar root={props} />)
describeConformance('ExportStatusBadge', 'span', (props) => (
  <ExportStatusBadge job={job} {...props} />
))
describeConformance('ExportFormatBadge', 'span', (props) => (
  <ExportFormatBadge format="csv" {...props} />
))
describeConformance('ExportDownloadButton', 'button', (props) => (
  <ExportDownloadButton job={job} {...props} />
))
describeConformance('ExportPermissionGate', 'div', (props) => <ExportPermissionGate {...props} />)
describeConformance('ExportNotifications', 'div', (props) => <ExportNotifications {...props} />)
describeConformance('ExportPopUps', 'div', (props) => <ExportPopUps {...props} />)
