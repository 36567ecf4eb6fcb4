import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
  redirect,
} from '@tanstack/react-router'
import { NuqsAdapter } from 'nuqs/adapters/tanstack-router'
import {
  type ExportColumn,
  ExportDetail,
  ExportHistory,
  ExportJobsProvider,
  type ExportLinkProps,
  ExportNotifications,
  exportColumns,
} from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'

const client = createRestClient({ baseUrl: '/api' })
const SCOPE = { companyId: '7' }
const columns = (defaults: readonly ExportColumn[]) => [
  exportColumns.name,
  ...defaults,
  exportColumns.actions,
]

const rootRoute = createRootRoute({ component: Shell })
const detailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports/$id',
  component: Detail,
})
const routeTree = rootRoute.addChildren([
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/exports' })
    },
  }),
  createRoute({ getParentRoute: () => rootRoute, path: '/exports', component: History }),
  detailRoute,
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/reports',
    component: () => <h1>Reports</h1>,
  }),
])
const router = createRouter({ routeTree })

/** The host: a router, and the exports under it. */
export function App() {
  return <RouterProvider router={router} />
}

function Shell() {
  return (
    <NuqsAdapter>
      <ExportJobsProvider
        client={client}
        scope={SCOPE}
        userKey="ann"
        timeZone="Europe/Berlin"
        urlState="host"
        linkComponent={RouterLink}
        getJobHref={({ id }) => `/exports/${encodeURIComponent(id)}`}
        getHistoryHref={() => '/exports'}
      >
        <nav>
          <Link to="/exports">Exports</Link> <Link to="/reports">Reports</Link>
        </nav>
        <main>
          <Outlet />
        </main>
        <ExportNotifications />
      </ExportJobsProvider>
    </NuqsAdapter>
  )
}

function RouterLink({ href, ...rest }: ExportLinkProps) {
  return <Link {...rest} to={href} />
}

function History() {
  return <ExportHistory table={{ columns }} />
}

function Detail() {
  const { id } = detailRoute.useParams()
  return <ExportDetail jobId={id} />
}
