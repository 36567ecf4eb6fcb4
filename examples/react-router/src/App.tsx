import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
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
import {
  createBrowserRouter,
  Link,
  Outlet,
  RouterProvider,
  redirect,
  useParams,
} from 'react-router'

const client = createRestClient({ baseUrl: '/api' })
const SCOPE = { companyId: '7' }
const columns = (defaults: readonly ExportColumn[]) => [
  exportColumns.name,
  ...defaults,
  exportColumns.actions,
]

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { path: '/', loader: () => redirect('/exports') },
      { path: '/exports', element: <History /> },
      { path: '/exports/:id', element: <Detail /> },
      { path: '/reports', element: <h1>Reports</h1> },
    ],
  },
])

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
  const { id = '' } = useParams()
  return <ExportDetail jobId={id} />
}
