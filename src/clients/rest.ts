export type {
  FieldSource,
  PageFieldSource,
  RestFields,
  RestGrantFields,
  RestPageFields,
  RestReportTypeFields,
} from './rest/answer-options.js'
export { createRestClient } from './rest/create-rest-client.js'
export type { RestActions, RestClientOptions, RestConnectionOptions } from './rest/options.js'
export type {
  RestCreateOptions,
  RestOrderingOptions,
  RestParams,
  RestPath,
  RestPaths,
  RestPathValues,
} from './rest/request-options.js'
