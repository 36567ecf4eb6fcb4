import { ExportHistoryTable } from 'react-export-jobs'
import { navigate } from './navigation.js'

/** The embedded export history, under a heading of the host's own. */
export function HistoryPage() {
  return (
    <>
      <div className="app-heading">
        <h1>Export history</h1>
        <button
          type="button"
          className="app-button app-button-primary"
          onClick={() => navigate('/reports/purchase-orders')}
        >
          New export
        </button>
      </div>
      <ExportHistoryTable />
    </>
  )
}
