import { ExportJobsError } from '../core/errors.js'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Checks that a download link may be followed: https, blob, or http to this machine. Anything else
 * (`javascript:`, `data:`, plain http) could run code or lay the secret link open.
 *
 * @param url - The link from the grant, absolute or relative to the page.
 * @param base - The page's own address.
 * @throws {ExportJobsError} `bad_response`; the message names the scheme and never the link.
 */
export function checkDownloadLink(url: string, base: string, allowInsecure: boolean): URL {
  // an empty link would be the page itself
  if (url === '') throw refused('that is empty')
  const link = parse(url, base)
  if (link.protocol === 'https:' || link.protocol === 'blob:') return link
  if (link.protocol !== 'http:') throw refused(`with the scheme "${link.protocol}"`)
  if (allowInsecure || LOOPBACK.test(link.hostname)) return link
  throw refused('over plain http')
}

function parse(url: string, base: string): URL {
  try {
    return new URL(url, base)
  } catch {
    throw refused('that is not a URL')
  }
}

function refused(what: string): ExportJobsError {
  const remedy =
    process.env.NODE_ENV === 'production'
      ? ''
      : ' It could run code in the page, or be read by others on its way. Answer an absolute https ' +
        'link; for plain http inside a closed network, set allowInsecureDownloads on <ExportJobsProvider>.'
  return new ExportJobsError('bad_response', {
    message: `createDownload gave a link ${what}, which is not followed.${remedy}`,
  })
}
