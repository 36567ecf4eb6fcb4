import type { DialectRoute } from './dialect.js'

/** A place on the web under which things live. */
export interface Place {
  /** Its origin, or `null` when any will do. */
  readonly origin: string | null
  /** Its path without a slash at the end. */
  readonly path: string
  /** The rest of an address below the place, with its leading slash, or `null` when it is elsewhere. */
  pathWithin(url: URL): string | null
}

/** Reads a base: a path such as `/api`, or an address with its origin. */
export function placeOf(base: string): Place {
  const isAbsolute = /^https?:\/\//.test(base)
  const url = new URL(base, 'http://localhost')
  const origin = isAbsolute ? url.origin : null
  const path = url.pathname.replace(/\/+$/, '')
  return {
    origin,
    path,
    pathWithin: (given) => {
      if (origin !== null && given.origin !== origin) return null
      if (given.pathname !== path && !given.pathname.startsWith(`${path}/`)) return null
      return given.pathname.slice(path.length) || '/'
    },
  }
}

/** A route, the job's id that its path or its query named, and what else its path named. */
export interface RouteMatch {
  /** The route. */
  readonly route: DialectRoute
  /** The job's id, or an empty text. */
  readonly id: string
  /** What else the path named, such as `projectId`. */
  readonly params: Readonly<Record<string, string>>
}

/** Finds the route for a method, a path and a query; HEAD goes where GET goes. */
export function findRoute(
  routes: readonly DialectRoute[],
  method: string,
  path: string,
  query: URLSearchParams,
): RouteMatch | null {
  const wanted = method === 'HEAD' ? 'GET' : method
  for (const route of routes) {
    const named = route.method === wanted ? namesIn(route.path, path) : null
    if (named === null) continue
    const { id: inPath = '', ...params } = named
    const id = route.idIn === undefined ? inPath : route.idIn(query)
    if (id !== null) return { route, id, params }
  }
  return null
}

function namesIn(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split('/')
  const actual = path.replace(/\/$/, '').split('/')
  if (expected.length !== actual.length) return null
  const named: Record<string, string> = {}
  for (const [index, segment] of expected.entries()) {
    const given = actual[index] ?? ''
    if (segment.startsWith(':')) named[segment.slice(1)] = decode(given)
    else if (segment !== given) return null
  }
  return named
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
