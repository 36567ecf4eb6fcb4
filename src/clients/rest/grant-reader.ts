import * as v from 'valibot'
import type { DownloadGrant } from '../../core/download-grant.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestGrantFields } from './answer-options.js'
import { type Reading, readShape, sourcesOf, wrong } from './source.js'
import { resolveLink } from './url.js'
import { instantSchema, optionalCount, optionalText } from './wire-schemas.js'

/**
 * Makes the function that reads a download grant. Its value is `null` when the answer says that
 * there is no link, and `undefined` when it says nothing about one.
 *
 * @returns A reading that never holds the link when it failed.
 */
export function createGrantReader(
  fields: RestGrantFields | undefined,
  rules: WireInstantRules,
): (wire: unknown, requestUrl: string) => Reading<DownloadGrant | null | undefined> {
  const entries = {
    url: v.nullish(v.string('a string')),
    filename: optionalText,
    expiresInSeconds: optionalCount,
    expiresAt: v.nullish(instantSchema(rules), null),
    size: optionalCount,
    checksum: optionalText,
  }
  const schema = v.object(entries)
  const sources = sourcesOf(entries, { url: 'download_url', ...fields })
  return (wire, requestUrl) => {
    const reading = readShape(schema, sources, wire)
    if (!reading.ok) return reading
    const { url, ...rest } = reading.value
    if (url === undefined || url === null || url === '') {
      return { ok: true, value: url === undefined ? undefined : null }
    }
    const link = resolveLink(url, requestUrl)
    if (link !== null) return { ok: true, value: { url: link, ...rest } }
    return wrong(String(sources.url), 'a URL', url)
  }
}
