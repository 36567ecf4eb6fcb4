import * as v from 'valibot'
import type { DownloadGrant } from '../../core/download-grant.js'
import type { WireInstantRules } from '../../internal/wire-instant.js'
import type { RestGrantFields } from './answer-options.js'
import { type Reading, readShape, wrong } from './source.js'
import { resolveLink } from './url.js'
import { instantSchema, optionalCount, optionalText } from './wire-schemas.js'

const DEFAULT_FIELDS = {
  url: 'download_url',
  filename: 'filename',
  expiresInSeconds: 'expires_in_seconds',
  expiresAt: 'expires_at',
  size: 'size',
  checksum: 'checksum',
} satisfies Required<RestGrantFields>

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
  const sources = { ...DEFAULT_FIELDS, ...fields }
  const schema = v.object({
    url: v.nullish(v.string('a string')),
    filename: optionalText,
    expiresInSeconds: optionalCount,
    expiresAt: v.nullish(instantSchema(rules), null),
    size: optionalCount,
    checksum: optionalText,
  })
  return (wire, requestUrl) => {
    const reading = readShape(schema, sources, wire)
    if (!reading.ok) return reading
    const { url, ...rest } = reading.value
    if (url === undefined) return { ok: true, value: undefined }
    if (url === null || url === '') return { ok: true, value: null }
    const link = resolveLink(url, requestUrl)
    if (link !== null) return { ok: true, value: { url: link, ...rest } }
    return wrong(typeof sources.url === 'string' ? sources.url : 'url', 'a URL', url)
  }
}
