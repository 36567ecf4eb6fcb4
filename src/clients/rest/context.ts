import type { ClientCapabilities, RequestOptions } from '../../core/client.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { ExportJob, ExportScope } from '../../core/job.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import { createJobReader, type JobReader } from './job-reader.js'
import type { RestClientOptions } from './options.js'
import type { RestParams, RestPath } from './request-options.js'
import { type Reading, readPath } from './source.js'
import { type Answer, type Call, createTransport } from './transport.js'
import { checkBaseUrl, joinUrl, resolvePath } from './url.js'
import type { Vocabulary } from './vocabulary.js'

/** A request before its address and body are made. */
export interface Plan extends Pick<Call, 'method' | 'headers' | 'accepts'> {
  /** The path. */
  readonly path: RestPath
  /** How the browser's cache takes part. Default `no-cache`: an unchanged list is answered by 304. */
  readonly cache?: RequestCache
  /** HTTP verb unless the path brings its own. Default `GET`. */
  readonly verb?: string
  /** The job. */
  readonly id?: string
  /** The file. */
  readonly fileId?: string
  /** Query parameters besides the scope's. */
  readonly query?: URLSearchParams
  /** Makes the body, in which the scope's entries travel instead of in the query. */
  readonly body?: (scopeFields: readonly (readonly [string, string])[]) => unknown
}

/** What the methods of one client share. */
export interface RestContext {
  readonly options: RestClientOptions
  readonly params: Required<RestParams>
  readonly capabilities: ClientCapabilities
  readonly vocabulary: Vocabulary
  readonly rules: WireInstantRules
  readonly jobReader: JobReader
  /** Sends a request. */
  send(plan: Plan, options: RequestOptions): Promise<Answer>
  /** Takes what was read, or rejects with `bad_response` naming the place. */
  take<Value>(reading: Reading<Value>, answer: Answer): Value
  /** The part of an answer that is the job. */
  jobIn(answer: Answer): unknown
  /** Reads the job in an answer. */
  readAnswer(answer: Answer): Reading<ExportJob>
  /** Reads one job; `method` is named in messages. */
  fetchJob(method: string, id: string, options: RequestOptions): Promise<ExportJob>
}

/** Makes what the methods of one client share. */
export function createContext(
  options: RestClientOptions,
  params: Required<RestParams>,
  capabilities: ClientCapabilities,
  vocabulary: Vocabulary,
  rules: WireInstantRules,
): RestContext {
  const base = checkBaseUrl(options.baseUrl)
  const transport = createTransport(options)
  const jobReader = createJobReader(options, vocabulary, rules)
  const scopeNames = new Map<string, string | null>(
    Object.entries({ companyId: 'company_id', ...options.scopeParams }),
  )

  function scopeFields(scope: ExportScope, used: ReadonlySet<string>) {
    const fields: [string, string][] = []
    for (const [key, value] of Object.entries(scope)) {
      const name = scopeNames.has(key) ? scopeNames.get(key) : key
      if (name && !used.has(key)) fields.push([name, value])
    }
    return fields
  }

  const context: RestContext = {
    options,
    params,
    capabilities,
    vocabulary,
    rules,
    jobReader,

    send(plan, requestOptions) {
      const { path, verb = 'GET', id = '', fileId = '', query, body } = plan
      const target = resolvePath(path, verb, { id, fileId, scope: requestOptions.scope })
      const fields = scopeFields(requestOptions.scope, target.usedScope)
      const search = new URLSearchParams(body === undefined ? fields : [])
      query?.forEach((value, name) => {
        search.append(name, value)
      })
      return transport({
        cache: 'no-cache',
        ...plan,
        verb: target.verb,
        url: joinUrl(base, target.path, search),
        body: body?.(fields),
        options: requestOptions,
      })
    },

    take(reading, answer) {
      if (reading.ok) return reading.value
      const place = reading.path === '' ? 'the answer' : reading.path
      const got = answer.body === undefined && answer.text !== '' ? 'no JSON' : reading.got
      const remedy =
        process.env.NODE_ENV === 'production'
          ? '.'
          : '. Map it in the options of createRestClient, or mend the backend.'
      throw refusal(
        'bad_response',
        `${place} must be ${reading.expected}, got ${got}${remedy}`,
        answer,
      )
    },

    jobIn: ({ body }) => readPath(body, options.envelope ?? ''),

    readAnswer: (answer) => jobReader.readJob(context.jobIn(answer), options.envelope ?? ''),

    async fetchJob(method, id, requestOptions) {
      const path = options.paths?.job ?? '/export-jobs/{id}'
      const answer = await context.send({ method, path, id }, requestOptions)
      return context.take(context.readAnswer(answer), answer)
    },
  }
  return context
}

/** Makes the error of an answer that came with success and still refuses. */
export function refusal(
  code: ExportJobsErrorCode,
  reason: string,
  { method, status, headers }: Answer,
): ExportJobsError {
  const message = `${method}: ${reason}`
  return new ExportJobsError(code, { message, status, reference: headers.get('x-request-id') })
}
