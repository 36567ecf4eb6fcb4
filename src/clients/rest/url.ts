import { ExportJobsError } from '../../core/errors.js'
import type { RestPath, RestPathValues } from './request-options.js'

/** A request's address before its query is complete. */
export interface Target {
  /** HTTP verb. */
  readonly verb: string
  /** Path under the base URL, perhaps with a query of its own. */
  readonly path: string
  /** The scope entries that travel in the path. */
  readonly usedScope: ReadonlySet<string>
}

/**
 * Checks a base URL and takes the slashes off its end.
 *
 * @throws {ExportJobsError} `invalid` when requests to it could not work.
 */
export function checkBaseUrl(baseUrl: string): string {
  const isRooted = /^\/(?![/\\])/.test(baseUrl)
  if ((!isRooted && !isAbsolute(baseUrl)) || /[?#\\\s]/.test(baseUrl)) {
    const remedy =
      process.env.NODE_ENV === 'production'
        ? '.'
        : ', to which paths cannot be added. Give an absolute http or https URL, or a path from ' +
          'the root such as "/api", without user name, query and hash.'
    throw new ExportJobsError('invalid', {
      message: `createRestClient got ${JSON.stringify(baseUrl)} as its baseUrl${remedy}`,
    })
  }
  return baseUrl.replace(/\/+$/, '')
}

function isAbsolute(text: string): boolean {
  return /^https?:\/\/[^/@]+(\/|$)/i.test(text) && URL.canParse(text)
}

/**
 * Fills a path with a job's id and the scope.
 *
 * @param verb - The verb unless the path brings its own.
 * @throws {ExportJobsError} `not_found` for an id that no path can carry, such as `..`.
 */
export function resolvePath(path: RestPath, verb: string, values: RestPathValues): Target {
  const usedScope = new Set<string>()
  const text =
    typeof path === 'function'
      ? path(values)
      : path.replace(/\{(\w+)\}/g, (_, name: string) => {
          if (name === 'id' || name === 'fileId') return encodeSegment(values[name])
          usedScope.add(name)
          return encodeSegment(values.scope[name] ?? '')
        })
  const [, ownVerb, rest = ''] = /^(?:([A-Z]+) )?(.*)$/s.exec(text) ?? []
  return { verb: ownVerb ?? verb, path: rest.replace(/^(?=[^/?])/, '/'), usedScope }
}

function encodeSegment(value: string): string {
  // browsers fold dot segments, encoded or not, and an empty one would address the whole list
  if (/^\.{0,2}$/.test(value) || /\p{Cs}/u.test(value)) {
    throw new ExportJobsError('not_found', {
      message: `No path can carry ${JSON.stringify(value)}, so no request was sent.`,
    })
  }
  return encodeURIComponent(value)
}

/** Puts a base URL, a path and query parameters together. */
export function joinUrl(base: string, path: string, query: URLSearchParams): string {
  const search = query.toString()
  if (search === '') return base + path
  return `${base}${path}${path.includes('?') ? '&' : '?'}${search}`
}

/**
 * Resolves a link in an answer against the address of its request.
 *
 * @returns The absolute URL; from the root when the request's address was too; `null` for no URL.
 */
export function resolveLink(link: string, requestUrl: string): string | null {
  // an absolute link stays as it is: its signature may cover the exact spelling
  if (/^[a-z][a-z\d+.-]*:/i.test(link)) return URL.canParse(link) ? link : null
  const page = globalThis.location?.href
  const nowhere = 'http://nowhere.invalid'
  try {
    const url = new URL(link, new URL(requestUrl, page?.startsWith('http') ? page : nowhere))
    return url.origin === nowhere ? url.href.slice(nowhere.length) : url.href
  } catch {
    return null
  }
}
