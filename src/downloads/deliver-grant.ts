import type { DownloadGrant } from '../core/download-grant.js'
import { ExportJobsError } from '../core/errors.js'
import { deliverByAnchor } from './deliver-by-anchor.js'
import { deliverByFrame } from './deliver-by-frame.js'
import { cleanFilename } from './safe-filename.js'
import { checkDownloadLink } from './safe-link.js'

/** How a file is handed over. */
export interface DeliverOptions {
  /** Asks for one fresh grant. Its rejections are passed on. */
  readonly ask: () => Promise<DownloadGrant>
  /** Whether plain http links are followed. */
  readonly allowInsecure: boolean
  /** The page. */
  readonly document: Document
  /** Hears of a refusal that came after the hand-over was taken for good. */
  readonly onLateRefusal: (error: ExportJobsError) => void
}

/**
 * Asks for a grant and hands the file to the browser; when storage refuses the link, asks once more.
 *
 * The link lives in this function's variables alone.
 *
 * @throws {ExportJobsError} What `ask` rejected with; `bad_response` for a link that is not followed;
 * `unavailable` when storage refused two links.
 */
export async function deliverGrant(options: DeliverOptions): Promise<void> {
  if (await attempt(options, () => attemptAgain(options))) return
  if (await attempt(options, options.onLateRefusal)) return
  throw refusedTwice()
}

async function attemptAgain(options: DeliverOptions): Promise<void> {
  try {
    if (await attempt(options, options.onLateRefusal)) return
    options.onLateRefusal(refusedTwice())
  } catch (thrown) {
    if (thrown instanceof ExportJobsError) options.onLateRefusal(thrown)
    else throw thrown
  }
}

/** Asks and delivers once; `false` when storage refused at once. */
async function attempt(
  { ask, allowInsecure, document }: DeliverOptions,
  onLateRefusal: (error: ExportJobsError) => unknown,
): Promise<boolean> {
  const { url, filename } = await ask()
  const link = checkDownloadLink(url, document.baseURI, allowInsecure)
  const name = filename === null ? null : cleanFilename(filename)
  if (link.protocol === 'blob:') {
    deliverByAnchor(link, name, document)
    return true
  }
  const delivery = deliverByFrame(link.href, document)
  const outcome = await delivery.outcome
  if (outcome === 'blocked') deliverByAnchor(link, name, document)
  if (outcome !== 'refused') {
    void delivery.refusedLate.then((refused) => {
      if (refused) onLateRefusal(refusedTwice())
    })
  }
  return outcome !== 'refused'
}

function refusedTwice(): ExportJobsError {
  return new ExportJobsError('unavailable', {
    message:
      'The file storage refused two fresh download links, so the file cannot be had now. Check the storage and its clock.',
  })
}
