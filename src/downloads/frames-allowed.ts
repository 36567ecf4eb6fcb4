import { getOrCreate } from '../internal/get-or-create.js'

const WAIT_MS = 2_000

const answers = new WeakMap<Document, Promise<boolean>>()

/**
 * Tells whether the page's content policy lets it frame its own origin, by a frame that is sent to the
 * page's icon. Asked once for each page.
 *
 * A frame that is forbidden is told to the host: the whole address of one of its own origin stands in
 * the event and in the report, and a signed link must not. Of other origins browsers name no more than
 * the origin.
 *
 * Source: Content Security Policy Level 3, "report a violation".
 */
export function areFramesAllowed(document: Document): Promise<boolean> {
  return getOrCreate(answers, document, () => tryFrame(document))
}

function tryFrame(document: Document): Promise<boolean> {
  const icon = new URL('/favicon.ico', document.baseURI).href
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.style.display = 'none'
  frame.setAttribute('aria-hidden', 'true')
  // whatever stands at that address, nothing of it runs
  frame.setAttribute('sandbox', '')
  frame.src = icon
  return new Promise((resolve) => {
    const onPolicy = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI === icon) end(false)
    }
    const onLoad = () => end(true)
    const timer = setTimeout(onLoad, WAIT_MS)
    function end(isAllowed: boolean): void {
      clearTimeout(timer)
      document.removeEventListener('securitypolicyviolation', onPolicy)
      frame.remove()
      resolve(isAllowed)
    }
    document.addEventListener('securitypolicyviolation', onPolicy)
    frame.addEventListener('load', onLoad)
    document.body.append(frame)
  })
}
