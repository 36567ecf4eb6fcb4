/** What became of a link that a hidden frame was sent to. */
export type FrameOutcome =
  /** Nothing spoke against it, so the browser has taken the file. */
  | 'started'
  /** The storage answered with a page (an error text) instead of a file. */
  | 'refused'
  /** The host page's content policy forbids the frame; try another way. */
  | 'blocked'

/** A delivery under way. */
export interface FrameDelivery {
  /** Settles as soon as it is refused or blocked, else after the settling time. */
  readonly outcome: Promise<FrameOutcome>
  /** Whether storage refused after the settling time; settles when the frame is taken away. */
  readonly refusedLate: Promise<boolean>
}

const SETTLE_MS = 1_500
const KEEP_MS = 60_000

/**
 * Sends a hidden frame to a download link. An attachment is taken by the browser and fires no `load`;
 * a refusal fires one and stays out of the host's page. The frame gets the link through
 * `location.replace`, so that it stands in no attribute and in no history.
 *
 * Source: M13, M14; the HTML standard, "process a navigate response" (attachments do not load).
 */
export function deliverByFrame(url: string, document: Document): FrameDelivery {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.style.display = 'none'
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.dataset.ejDelivery = ''

  let settleEarly: (outcome: FrameOutcome) => void = () => {}
  let settleLate: (refused: boolean) => void = () => {}
  const outcome = new Promise<FrameOutcome>((resolve) => {
    settleEarly = resolve
  })
  const refusedLate = new Promise<boolean>((resolve) => {
    settleLate = resolve
  })

  const onPolicy = (event: SecurityPolicyViolationEvent) => {
    if (['frame-src', 'child-src', 'default-src'].includes(event.effectiveDirective)) end('blocked')
  }
  const onLoad = () => {
    if (!isBlank(frame)) end('refused')
  }
  let hasSettled = false
  const settling = setTimeout(() => {
    hasSettled = true
    settleEarly('started')
  }, SETTLE_MS)
  const keeping = setTimeout(() => end('started'), KEEP_MS)

  function end(result: FrameOutcome): void {
    clearTimeout(settling)
    clearTimeout(keeping)
    document.removeEventListener('securitypolicyviolation', onPolicy)
    frame.removeEventListener('load', onLoad)
    frame.remove()
    settleEarly(result)
    settleLate(hasSettled && result === 'refused')
  }

  document.addEventListener('securitypolicyviolation', onPolicy)
  frame.addEventListener('load', onLoad)
  document.body.append(frame)
  const view = frame.contentWindow
  if (view === null) end('blocked')
  else view.location.replace(url)
  return { outcome, refusedLate }
}

/** Browsers may fire `load` for the empty document that a frame is born with. */
function isBlank(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument?.URL === 'about:blank'
  } catch {
    return false
  }
}
