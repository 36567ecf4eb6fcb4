import { ExportHistory } from 'react-export-jobs'
import './back-office.css'

/** A host's whole page: its own bar and box, and the export history between them. */
export function BackOfficePage() {
  return (
    <div className="office">
      <header className="office-bar">
        <strong>Northwind back office</strong>
        <span>Dana Whitfield</span>
      </header>
      <main className="office-main">
        <ExportHistory
          headingLevel={1}
          actions={
            <a className="office-link" href="#/reports">
              New export
            </a>
          }
        />
      </main>
      <aside className="office-aside" aria-label="Month end">
        <h2>Month end</h2>
        <p>Deliveries close on the last working day at 18:00. Export before you reconcile.</p>
      </aside>
    </div>
  )
}
