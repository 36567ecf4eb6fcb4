import type { TabLockRequest } from './tab-lock.js'

/**
 * Asks for a Web Lock and holds it until it is let go or stolen.
 *
 * @param otherwise - Another way to hold it, for pages to which the browser refuses Web Locks
 *   (sandboxed frames).
 * @returns A function that lets go, or stops waiting.
 */
export function holdWebLock(
  locks: Pick<LockManager, 'request'>,
  name: string,
  { steal, onHeld, onLost }: TabLockRequest,
  otherwise: () => () => void,
): () => void {
  const waiting = new AbortController()
  let isOver = false
  let isHeld = false
  let letGo = () => waiting.abort()

  const holdUntilLetGo = () =>
    new Promise<void>((resolve) => {
      if (isOver) return resolve()
      letGo = resolve
      isHeld = true
      onHeld(true)
    })
  // A request that steals takes no signal.
  locks.request(name, steal ? { steal } : { signal: waiting.signal }, holdUntilLetGo).catch(() => {
    if (isOver) return
    if (isHeld) onLost()
    else letGo = otherwise()
  })
  return () => {
    isOver = true
    letGo()
  }
}
