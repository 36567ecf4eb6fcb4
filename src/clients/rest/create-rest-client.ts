import { checkOptions } from '../../core/check-options.js'
import type { ClientCapabilities, ExportJobsClient } from '../../core/client.js'
import { ExportJobsError } from '../../core/errors.js'
import { isTimeZone } from '../../internal/zoned-time.js'
import { createContext } from './context.js'
import { filtersOf, orderingsOf, resolveParams } from './list-query-writer.js'
import type { RestClientOptions } from './options.js'
import { createReadMethods } from './read-methods.js'
import { createVocabulary } from './vocabulary.js'
import { createWriteMethods } from './write-methods.js'

const EPOCH_UNIT_MS = { iso: null, epochSeconds: 1000, epochMilliseconds: 1 } as const

/**
 * Makes a client of a backend that speaks JSON over HTTP: the contract of `openapi.yaml`, or
 * whatever the options map it to.
 *
 * @throws {ExportJobsError} `invalid` when `baseUrl` or `wireTimeZone` cannot work.
 * @example
 * const client = createRestClient({ baseUrl: '/api', actions: { cancel: true } })
 *
 * Source: M6 to M17.
 */
export function createRestClient<Extra>(
  options: RestClientOptions<Extra> & { readonly extra: (wireJob: unknown) => Extra },
): ExportJobsClient<Extra>
export function createRestClient(options: RestClientOptions): ExportJobsClient
export function createRestClient(options: RestClientOptions): ExportJobsClient {
  checkOptions('createRestClient', options, 'baseUrl', "baseUrl: '/api'")
  const { wireTimeZone = 'UTC', instants = 'iso' } = options
  if (!isTimeZone(wireTimeZone)) {
    const remedy =
      process.env.NODE_ENV === 'production'
        ? '.'
        : ', so the backend\'s dates cannot be read. Give an IANA name such as "Europe/Rome".'
    throw new ExportJobsError('invalid', {
      message: `This machine does not know the wireTimeZone ${JSON.stringify(wireTimeZone)}${remedy}`,
    })
  }
  const vocabulary = createVocabulary(options.statusMap, options.formatMap)
  const params = resolveParams(options.params)
  const capabilities: ClientCapabilities = {
    statuses: vocabulary.statuses ?? ['pending', 'processing', 'completed', 'failed'],
    fileFormats: ['csv', 'pdf'],
    orderings: orderingsOf(options),
    filters: filtersOf(params),
    ...(params.createdOn !== null && { createdFilter: 'day' }),
    pagination: 'page',
    total: options.page?.total === null ? 'none' : 'exact',
    ...options.capabilities,
  }
  const rules = { timeZone: wireTimeZone, epochUnitMs: EPOCH_UNIT_MS[instants] }
  const context = createContext(options, params, capabilities, vocabulary, rules)
  return {
    key: options.key ?? options.baseUrl,
    capabilities,
    ...createReadMethods(context),
    ...createWriteMethods(context),
    ...(options.subscribe === undefined ? {} : { subscribe: options.subscribe }),
  }
}
