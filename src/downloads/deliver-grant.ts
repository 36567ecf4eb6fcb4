import type { DownloadGrant } from '../core/download-grant.js'
import { ExportJobsError } from '../core/errors.js'
import { deliverByAnchor } from './deliver-by-anchor.js'
import { deliverByFrame } from './deliver-by-frame.js'
import { deliverBySave } from './deliver-by-save.js'
import { deliverByTab } from './deliver-by-tab.js'
import type { Delivered, DeliverOptions } from './delivery.js'
import { areFramesAllowed } from './frames-allowed.js'
import { refusedTwice } from './refused-twice.js'
import { cleanFilename } from './safe-filename.js'
import { checkDownloadLink } from './safe-link.js'

/**
 * Asks for a grant and hands the file over; when storage refuses the link, asks once more. Call it at
 * the press: what needs a press (a new tab, choosing a place) happens before anything is awaited.
 *
 * The link lives in variables of this room alone.
 *
 * @throws {ExportJobsError} What `ask` rejected with; `bad_response` for a link that is not followed;
 * `unavailable` when storage refused two links.
 */
export async function deliverGrant(options: DeliverOptions): Promise<Delivered> {
  const byFrame = () => deliverInFrame(options)
  switch (options.delivery) {
    case 'newTab':
      return deliverByTab(options, byFrame)
    case 'save':
      return deliverBySave(options, async (instead, grant) => ({
        ...(await deliverInFrame(startingWith(grant, options))),
        instead,
      }))
    default:
      return byFrame()
  }
}

type Started = Extract<Delivered, { readonly kind: 'started' }>

/** Uses up a grant in hand before another one is asked for. */
function startingWith(grant: DownloadGrant | null, options: DeliverOptions): DeliverOptions {
  if (grant === null) return options
  const inHand = [grant]
  return { ...options, ask: async () => inHand.pop() ?? options.ask() }
}

async function deliverInFrame(options: DeliverOptions): Promise<Started> {
  const isTaken =
    (await attempt(options, () => attemptAgain(options))) ||
    (await attempt(options, options.onLateRefusal))
  if (!isTaken) throw refusedTwice()
  return { kind: 'started' }
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
  if (link.origin === document.location.origin && !(await areFramesAllowed(document))) {
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
