import type { ReactNode } from 'react'
import { ExportNotifications, useExportNoticeCounts } from 'react-export-jobs'
import { AppLink } from './AppLink.js'
import { COMPANIES } from './companies.js'
import { HISTORY_PATH } from './navigation.js'
import { ThemeSwitch } from './ThemeSwitch.js'

interface AppFrameProps {
  readonly path: string
  readonly companyId: string
  readonly onCompanyChange: (id: string) => void
  readonly children: ReactNode
}

const PAGES = [
  { path: HISTORY_PATH, title: 'Export history' },
  { path: '/reports/purchase-orders', title: 'Purchase orders' },
]

/** The host's own shell: brand, company choice, menu, a box beside the embedded page, and notices. */
export function AppFrame({ path, companyId, onCompanyChange, children }: AppFrameProps) {
  return (
    <div className="app">
      <header className="app-bar">
        <span className="app-brand">Northwind back office</span>
        <label className="app-company">
          Company
          <select value={companyId} onChange={(event) => onCompanyChange(event.target.value)}>
            {COMPANIES.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ThemeSwitch />
      </header>
      <nav className="app-menu" aria-label="Reports">
        {PAGES.map((page) => (
          <AppLink
            key={page.path}
            href={page.path}
            aria-current={isCurrent(page.path, path) ? 'page' : undefined}
          >
            {page.title}
            {page.path === HISTORY_PATH && <WaitingFiles />}
          </AppLink>
        ))}
      </nav>
      <main className="app-main">{children}</main>
      <aside className="app-aside">
        <h2>Month end</h2>
        <p>Deliveries close on the last working day at 18:00. Export before you reconcile.</p>
      </aside>
      <ExportNotifications />
    </div>
  )
}

function isCurrent(page: string, path: string): boolean {
  return page === path || (path === '/' && page === HISTORY_PATH)
}

/** How many files wait to be downloaded, as a badge in the menu. */
function WaitingFiles() {
  const { notDownloaded } = useExportNoticeCounts()
  return notDownloaded === 0 ? null : <span className="app-badge">{notDownloaded} new</span>
}
