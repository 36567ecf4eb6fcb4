import { isLocale } from '../internal/is-locale.js'
import { isRecord } from '../internal/is-record.js'
import { isTimeZone } from '../internal/zoned-time.js'
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
  if (!isRecord(scope)) {
    throw mistake('scope is not an object, so it cannot be part of a cache key.')
  }
  for (const [name, value] of Object.entries(scope)) {
    if (typeof value === 'string') continue
    throw mistake(
      `scope.${name} is not a string, so it cannot be part of a cache key. Turn it into a string, or leave it out.`,
    )
  }
}

/** What shows at the first try, so that development alone needs the words for it. */
function checkWiring(props: ExportJobsProviderProps): void {
  const { client, urlState } = props
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
  const { capabilities } = client
  for (const list of ['statuses', 'orderings', 'filters'] as const) {
    if (Array.isArray(capabilities?.[list])) continue
    throw mistake(
      `client.capabilities.${list} is not an array, so it is not known what to offer. List what the backend can do, or nothing.`,
    )
  }
  if (urlState !== undefined && !['spa', 'host', 'memory'].includes(urlState)) {
    throw mistake(
      `urlState is "${String(urlState)}", so the list state has no home. Use 'spa', 'host' or 'memory'.`,
    )
  }
  checkPerson(props)
  checkHelpers(props)
}

/** Who looks at the page, and how dates are written for them. */
function checkPerson({ userKey = null, locale, timeZone }: ExportJobsProviderProps): void {
  if (userKey !== null && typeof userKey !== 'string') {
    throw mistake(
      'userKey is neither a string nor null, so people cannot be told apart. Turn it into a string.',
    )
  }
  if (locale !== undefined && !isLocale(locale)) {
    throw mistake(
      `locale is ${JSON.stringify(locale)}, in which dates cannot be written. Pass a BCP 47 language such as "en-US", with a hyphen, or leave it out.`,
    )
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw mistake(
      `timeZone is ${JSON.stringify(timeZone)}, which this machine does not know, so times cannot be written. Pass an IANA name such as "Europe/Rome", or leave it out.`,
    )
  }
}

/** What the host lends: functions, words and the registry. */
function checkHelpers(props: ExportJobsProviderProps): void {
  for (const name of ['can', 'getJobHref', 'getHistoryHref', 'getSourceHref'] as const) {
    if (props[name] === undefined || typeof props[name] === 'function') continue
    throw mistake(`${name} is not a function, so it cannot be asked. Pass one, or leave it out.`)
  }
  for (const name of ['labels', 'formatters', 'polling'] as const) {
    if (props[name] === undefined || isRecord(props[name])) continue
    throw mistake(`${name} is not an object, so nothing in it holds. Pass one, or leave it out.`)
  }
  checkOrigins(props.readableOrigins)
  const { reportTypes = [] } = props
  const isRegistry = Array.isArray(reportTypes) && reportTypes.every(isRecord)
  const ids = isRegistry ? reportTypes.map(({ id }) => id) : [null]
  if (ids.some((id) => typeof id !== 'string')) {
    throw mistake(
      'reportTypes is not an array of report types with an id, so there is nothing to choose from. Pass { id, label } for each.',
    )
  }
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw mistake(
    `reportTypes holds the id "${twice}" twice, so jobs and answers of the two are mixed up. Give each its own.`,
  )
}

function checkOrigins(origins: readonly string[] = []): void {
  const isList = Array.isArray(origins)
  const wrong = isList ? origins.findIndex((origin) => !isOrigin(origin)) : -1
  if (isList && wrong === -1) return
  throw mistake(
    `readableOrigins${isList ? `[${wrong}]` : ''} is ${JSON.stringify(isList ? origins[wrong] : origins)}, so it is not known where files may be read. Pass an array of origins such as "https://files.example.com", each without path and slash at its end.`,
  )
}

function isOrigin(text: unknown): boolean {
  return typeof text === 'string' && URL.canParse(text) && new URL(text).origin === text
}

function mistake(text: string): Error {
  return new Error(`[react-export-jobs] <ExportJobsProvider>: ${text}`)
}
