import { useState } from 'react'
import { ExportHistoryTable, ExportRequestDialog } from 'react-export-jobs'

/** The embedded export history, under a heading of the host's own that opens the request form. */
export function HistoryPage() {
  const [isFormOpen, setFormOpen] = useState(false)
  return (
    <>
      <div className="app-heading">
        <h1>Export history</h1>
        <button
          type="button"
          className="app-button app-button-primary"
          onClick={() => setFormOpen(true)}
        >
          New export
        </button>
      </div>
      <ExportHistoryTable />
      <ExportRequestDialog
        open={isFormOpen}
        onClose={() => setFormOpen(false)}
        form={{
          hasSettings: true,
          onSubmitted: ({ kind }) => {
            // the new row is right behind the dialog
            if (kind === 'job') setFormOpen(false)
          },
        }}
      />
    </>
  )
}
