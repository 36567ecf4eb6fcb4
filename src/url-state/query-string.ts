/** A query string in any of the shapes that browsers, routers and servers hand it over. */
export type QueryStringInput =
  | string
  | URLSearchParams
  | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Reads every value of a parameter, in order; none when it is absent. Broken escapes become U+FFFD,
 * as in any browser.
 */
export function createQueryReader(input: QueryStringInput): (name: string) => readonly string[] {
  if (typeof input === 'string' || input instanceof URLSearchParams) {
    const params = new URLSearchParams(input)
    return (name) => params.getAll(name)
  }
  return (name) => {
    // some servers nest objects (`?page[x]=1`), whatever the type says
    return [input[name]].flat().filter((text) => typeof text === 'string')
  }
}

/**
 * Replaces parameters and leaves all others as they stand, byte for byte and in their order. A
 * replaced parameter keeps its place; a new one comes last.
 *
 * @param base - Query string with or without its `?`.
 * @param values - The new text per name; `null` takes the parameter away.
 * @returns The query string with its `?`, or an empty text.
 */
export function replaceParams(
  base: string | URLSearchParams,
  values: ReadonlyMap<string, string | null>,
): string {
  const kept: string[] = []
  const written = new Set<string>()
  for (const segment of String(base).replace(/^\?/, '').split('&')) {
    const name = nameOf(segment)
    const value = name === null ? undefined : values.get(name)
    if (name === null || written.has(name)) continue
    if (value === undefined) kept.push(segment)
    else if (value !== null) kept.push(pair(name, value))
    if (value !== undefined) written.add(name)
  }
  for (const [name, value] of values) {
    if (value !== null && !written.has(name)) kept.push(pair(name, value))
  }
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function nameOf(segment: string): string | null {
  // behind a `?` of its own: the parser would take one off the segment
  const [entry] = new URLSearchParams(`?${segment}`)
  return entry === undefined ? null : entry[0]
}

function pair(name: string, value: string): string {
  // commas separate members and read better as they are
  return `${encodeURIComponent(name)}=${encodeURIComponent(value).replace(/%2C/g, ',')}`
}
