'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import Link from 'next/link'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { ExportJobsProvider, ExportNotifications } from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { API_BASE, OWNER, TIME_ZONE } from './export-owner'

const client = createRestClient({ baseUrl: API_BASE })

/** The host's cache and the exports' provider, around every page. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <NuqsAdapter>
      <QueryClientProvider client={queryClient}>
        <ExportJobsProvider
          client={client}
          {...OWNER}
          timeZone={TIME_ZONE}
          urlState="host"
          linkComponent={Link}
          getJobHref={({ id }) => `/exports/${encodeURIComponent(id)}`}
          getHistoryHref={() => '/exports'}
        >
          {children}
          <ExportNotifications />
        </ExportJobsProvider>
      </QueryClientProvider>
    </NuqsAdapter>
  )
}
