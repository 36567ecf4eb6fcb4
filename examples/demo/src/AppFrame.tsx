import type { MouseEvent, ReactNode } from 'react'
import { COMPANIES } from './companies.js'
import { navigate } from './navigation.js'
import { ThemeSwitch } from './ThemeSwitch.js'

interface AppFrameProps {
  readonly path: string
  readonly companyId: string
  readonly onCompanyChange: (id: string) => void
  readonly children: ReactNode
}

const PAGES = [
  { path: '/exports', title: 'Export history' },
  { path: '/reports/purchase-orders', title: 'Purchase orders' },
]

/** The host's own shell: brand, company choice, menu, and a box beside the embedded page. */
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
          <a
            key={page.path}
            href={page.path}
            aria-current={isCurrent(page.path, path) ? 'page' : undefined}
            onClick={(event) => follow(event, page.path)}
          >
            {page.title}
          </a>
        ))}
      </nav>
      <main className="app-main">{children}</main>
      <aside className="app-aside">
        <h2>Month end</h2>
        <p>Deliveries close on the last working day at 18:00. Export before you reconcile.</p>
      </aside>
    </div>
  )
}

function isCurrent(page: string, path: string): boolean {
  return page === path || (path === '/' && page === '/exports')
}

function follow(event: MouseEvent, path: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  navigate(path)
}
