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
  const link = parse(url, base)
  if (link.protocol === 'https:' || link.protocol === 'blob:') return link
  if (link.protocol === 'http:') {
    if (allowInsecure || LOOPBACK.test(link.hostname)) return link
    throw new ExportJobsError('bad_response', {
      message:
        'createDownload gave a link over plain http, where others can read it. Serve files over https, or set allowInsecureDownloads on <ExportJobsProvider>.',
    })
  }
  throw new ExportJobsError('bad_response', {
    message: `createDownload gave a link with the scheme "${link.protocol}", which is not followed because it could run code in the page. Answer an https link.`,
  })
}

function parse(url: string, base: string): URL {
  try {
    return new URL(url, base)
  } catch {
    throw new ExportJobsError('bad_response', {
      message: 'createDownload gave a link that is not a URL. Answer an absolute https link.',
    })
  }
}
