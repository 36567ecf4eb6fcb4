import type { ExportJobsProviderProps } from './ExportJobsProvider.js'

/**
 * Checks what the host handed to the provider, so that a mistake is told where it was made.
 *
 * @throws {Error} What is wrong, why it matters and what to do.
 */
export function checkProviderProps(props: ExportJobsProviderProps): void {
  if (process.env.NODE_ENV !== 'production') checkWiring(props)
  checkOwner(props)
}

/** What would show one tenant's rows to another, in production too. */
function checkOwner({ client, scope = {} }: ExportJobsProviderProps): void {
  if (typeof client.key !== 'string' || client.key === '') {
    throw mistake(
      'client.key is empty, so two backends would share one cache. Give the client a stable key, such as its base URL.',
    )
  }
  for (const [name, value] of Object.entries(scope)) {
    if (typeof value === 'string') continue
    throw mistake(
      `scope.${name} is not a string, so it cannot be part of a cache key. Turn it into a string, or leave it out.`,
    )
  }
}

/** What shows at the first try, so that development alone needs the words for it. */
function checkWiring({ client, urlState }: ExportJobsProviderProps): void {
  if (typeof client !== 'object' || client === null) {
    throw mistake(
      'client is missing, so there is no backend to ask. Pass createRestClient({ baseUrl }) or your own ExportJobsClient.',
    )
  }
  for (const method of ['listJobs', 'getJob', 'createDownload'] as const) {
    if (typeof client[method] !== 'function') {
      throw mistake(
        `client.${method} is not a function, so the history cannot work. Implement every required method of ExportJobsClient.`,
      )
    }
  }
  if (urlState !== undefined && !['spa', 'host', 'memory'].includes(urlState)) {
    throw mistake(
      `urlState is "${String(urlState)}", so the list state has no home. Use 'spa', 'host' or 'memory'.`,
    )
  }
}

function mistake(text: string): Error {
  return new Error(`[react-export-jobs] <ExportJobsProvider>: ${text}`)
}
