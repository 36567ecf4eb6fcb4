import * as v from 'valibot'
import type { DownloadGrant } from '../../core/download-grant.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestGrantFields } from './answer-options.js'
import { createReader, placeOf, type Reading, wrong } from './source.js'
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
  const places = { url: 'download_url', ...fields }
  const read = createReader(
    {
      url: v.nullish(v.string('a string')),
      filename: optionalText,
      expiresInSeconds: optionalCount,
      expiresAt: v.nullish(instantSchema(rules), null),
      size: optionalCount,
      checksum: optionalText,
    },
    places,
  )
  return (wire, requestUrl) => {
    const reading = read(wire)
    if (!reading.ok) return reading
    const { url, ...rest } = reading.value
    if (url === undefined || url === null || url === '') {
      return { ok: true, value: url === undefined ? undefined : null }
    }
    const link = resolveLink(url, requestUrl)
    if (link !== null) return { ok: true, value: { url: link, ...rest } }
    return wrong(placeOf(places.url, 'url', wire), 'a URL', url)
  }
}
