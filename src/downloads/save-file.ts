import type { DownloadGrant } from '../core/download-grant.js'
import type { DeliverOptions } from './delivery.js'
import { refusedTwice } from './refused-twice.js'
import { checkDownloadLink } from './safe-link.js'
import { writePieces } from './write-pieces.js'

/** What came of writing a file into a place. */
export type SavedFile =
  /** All of it is there. */
  | { readonly kind: 'saved'; readonly sizeBytes: number }
  /** The storage does not let this page read; the grant where its link was not touched, else `null`. */
  | { readonly kind: 'unreadable'; readonly grant: DownloadGrant | null }

/**
 * Asks for a link and streams the file behind it into a place.
 *
 * Chromium names in the developer console each address that it does not let a page read, so that no
 * signed link is fetched before it is known that it may be read.
 *
 * @throws {ExportJobsError} `unavailable` when storage refused two links, `offline` when the connection
 * was lost half-way, `aborted` when the place could not be written to.
 */
export async function saveFile(
  { ask, allowInsecure, document, readableOrigins = [], onProgress }: DeliverOptions,
  place: WritableStream<Uint8Array>,
): Promise<SavedFile> {
  for (let times = 0; times < 2; times += 1) {
    const grant = await ask()
    const link = checkDownloadLink(grant.url, document.baseURI, allowInsecure)
    const isListed = readableOrigins.includes(link.origin)
    const isOwn = link.origin === document.location.origin
    if (!isListed && !isOwn && !(await letsPagesRead(link))) return { kind: 'unreadable', grant }
    const answer = await read(link, isListed ? 'follow' : 'manual')
    if (answer === null) return { kind: 'unreadable', grant: null }
    if (answer.ok && answer.body !== null) {
      const sizeBytes = await writePieces(
        answer,
        answer.body,
        place,
        grant.size ?? null,
        onProgress,
      )
      return { kind: 'saved', sizeBytes }
    }
    await answer.body?.cancel()
  }
  throw refusedTwice()
}

/**
 * Whether another origin lets pages read, tried with an address that is no secret: the link without its
 * query, or, where it has none and its path may be the secret, the origin alone.
 */
async function letsPagesRead(link: URL): Promise<boolean> {
  const trial = new URL(link)
  if (link.search === '') trial.pathname = '/'
  for (const part of ['search', 'hash', 'username', 'password'] as const) trial[part] = ''
  const answer = await read(trial, 'manual')
  await answer?.body?.cancel()
  return answer !== null
}

/**
 * Fetches an address; `null` when this page may not read it, or when it points elsewhere and is not
 * followed: where that leads would be named in the console as well, could it not be read.
 */
async function read(address: URL, redirect: 'follow' | 'manual'): Promise<Response | null> {
  try {
    const answer = await fetch(address, {
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect,
    })
    return answer.type === 'opaqueredirect' ? null : answer
  } catch {
    return null
  }
}
