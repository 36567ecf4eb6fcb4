import type { Decorator } from '@storybook/react-vite'
import { QueryClient } from '@tanstack/react-query'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { type ReactNode, useState } from 'react'
import { ExportJobsProvider, type ExportJobsProviderProps } from 'react-export-jobs'
import { createRestClient } from 'react-export-jobs/clients/rest'
import { labelsIn } from './labels-in.js'

/** What a story may say in its `parameters`. */
interface StoryParameters {
  /** Props of the provider that differ from the stories' own. */
  readonly provider?: Partial<ExportJobsProviderProps>
  /** The query string that the page was opened with. */
  readonly search?: string
}

declare module 'storybook/internal/csf' {
  interface Parameters extends StoryParameters {}
}

/** The client of all stories; each has its own backend and its own cache behind it. */
export const storyClient = createRestClient({
  baseUrl: '/api',
  capabilities: { fileFormats: ['csv', 'pdf', 'xlsx'] },
})

/** The same for a backend that can cancel, retry and delete too. */
export const fullStoryClient = createRestClient({
  baseUrl: '/api',
  capabilities: { fileFormats: ['csv', 'pdf', 'xlsx'] },
  actions: { cancel: true, retry: true, delete: true },
})

interface StoryProviderProps extends StoryParameters {
  readonly locale: string
  readonly children: ReactNode
}

/** A provider with a cache of its own, in the toolbar's language. */
export function StoryProvider({
  provider,
  search,
  locale,
  children,
}: StoryProviderProps): ReactNode {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  )
  const page = (
    <ExportJobsProvider
      client={storyClient}
      scope={{ companyId: '7' }}
      userKey="dana"
      locale={locale}
      timeZone="UTC"
      urlState={search === undefined ? 'memory' : 'host'}
      queryClient={queryClient}
      {...provider}
      labels={labelsIn(locale, provider?.labels)}
    >
      {children}
    </ExportJobsProvider>
  )
  if (search === undefined) return page
  return (
    <NuqsTestingAdapter searchParams={search} hasMemory>
      {page}
    </NuqsTestingAdapter>
  )
}

/** Gives each story a provider with a cache of its own. */
export const withProvider: Decorator = (Story, { parameters, globals }) => {
  const { provider, search }: StoryParameters = parameters
  const { locale = 'en' }: { readonly locale?: string } = globals
  return (
    <StoryProvider provider={provider} search={search} locale={locale}>
      <Story />
    </StoryProvider>
  )
}

/** On a page of documentation each story gets a frame, and so a backend, of its own. */
export const inOwnFrame = { docs: { story: { inline: false, height: '38rem' } } }

/** The same for an example of a few lines. */
export const inExampleFrame = { docs: { story: { inline: false, height: '14rem' } } }
