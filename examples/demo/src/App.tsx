import { useState } from 'react'
import { ExportJobsProvider } from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { AppFrame } from './AppFrame.js'
import { AppLink } from './AppLink.js'
import { COMPANIES } from './companies.js'
import { HistoryPage } from './HistoryPage.js'
import { HISTORY_PATH, usePath } from './navigation.js'
import { ReportPage } from './ReportPage.js'
import { REPORT_TYPES } from './reports.js'

const client = createRestClient({
  baseUrl: '/api',
  capabilities: { fileFormats: ['csv', 'pdf', 'xlsx'] },
})

/** A small host application: a shell of its own, and two pages that use the library. */
export function App() {
  const path = usePath()
  const [companyId, setCompanyId] = useState<string>(COMPANIES[0].id)
  return (
    <ExportJobsProvider
      client={client}
      scope={{ companyId }}
      userKey="demo"
      reportTypes={REPORT_TYPES}
      linkComponent={AppLink}
      getHistoryHref={() => HISTORY_PATH}
    >
      <AppFrame path={path} companyId={companyId} onCompanyChange={setCompanyId}>
        {path === '/reports/purchase-orders' ? (
          <ReportPage companyId={companyId} />
        ) : (
          <HistoryPage />
        )}
      </AppFrame>
    </ExportJobsProvider>
  )
}
