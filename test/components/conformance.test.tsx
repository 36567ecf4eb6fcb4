import { beforeEach, vi } from 'vitest'
import { buildExportJob } from '../../mocks/builders.js'
import { ExportDownloadButton } from '../../src/components/download-button/ExportDownloadButton.js'
import { ExportButton } from '../../src/components/export-button/ExportButton.js'
import { ExportFormatBadge } from '../../src/components/format-badge/ExportFormatBadge.js'
import { ExportHistory } from '../../src/components/history/ExportHistory.js'
import { ExportHistoryTable } from '../../src/components/history-table/ExportHistoryTable.js'
import {
  ExportHistoryToolbar,
  type ExportHistoryToolbarProps,
} from '../../src/components/history-toolbar/ExportHistoryToolbar.js'
import { ExportNotifications } from '../../src/components/notifications/ExportNotifications.js'
import { PathTemplateField } from '../../src/components/path-template-field/PathTemplateField.js'
import { ExportPermissionGate } from '../../src/components/permission-gate/ExportPermissionGate.js'
import { ExportPopUps } from '../../src/components/pop-ups/ExportPopUps.js'
import { ExportRequestDialog } from '../../src/components/request-dialog/ExportRequestDialog.js'
import { ExportRequestForm } from '../../src/components/request-form/ExportRequestForm.js'
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
describeConformance('ExportRequestForm', 'div', (props) => <ExportRequestForm {...props} />)
describeConformance('ExportRequestDialog', 'dialog', (props) => (
  <ExportRequestDialog open={false} onClose={() => {}} {...props} />
))
describeConformance('ExportButton', 'div', (props) => <ExportButton {...props} />)
describeConformance('PathTemplateField', 'div', (props) => <PathTemplateField {...props} />)
