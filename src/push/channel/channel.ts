import type { JobEvent } from '../../core/client.js'
import type { ExportScope } from '../../core/job.js'
import type { Attempt, Connect, Ending } from './attempt.js'
import { pageNetwork } from './network.js'
import type { PushOptions } from './options.js'
import { reconnectDelay } from './reconnect-delay.js'

/**
 * Adds a listener to a channel; the first one opens it, and any one starts it when it had stopped.
 *
 * @returns A function that removes the listener.
 */
export type Join = (listener: Member) => () => void

type Member = (event: JobEvent) => void

/** A connection that lasted this long was a good one. */
const GOOD_AFTER_MS = 10_000
/** `setTimeout` fires at once beyond this. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Makes the connection of one scope. It lives from its first listener to its last.
 *
 * @param options - The host's options, with the transport's own defaults filled in.
 * @param onEmpty - Called when the last listener has left; nobody may join after that.
 */
export function createChannel<Message>(
  options: PushOptions<Message> & Required<Pick<PushOptions<Message>, 'parse'>>,
  scope: ExportScope,
  connect: Connect<Message>,
  onEmpty: () => void,
): Join {
  const { heartbeatTimeoutMs = 60_000, network = pageNetwork } = options
  const { schedule = byTimeout, onError = logError } = options
  const members = new Set<Member>()
  let endAttempt: ((ending: Ending) => void) | null = null
  let isUp = false
  let wasOpen = false
  let failures = 0
  let retryMs = 0
  // how the latest attempt ended; at rest before the first one, as after the last
  let ending: Ending = null
  let cancelTimer = () => {}
  let cancelGoodTimer = () => {}
  let leaveNetwork = () => {}

  function setTimer(run: () => void, delayMs: number): void {
    cancelTimer()
    cancelTimer = schedule(run, Math.min(delayMs, MAX_TIMEOUT_MS))
  }

  // in a task of its own, so that what it throws stops nothing here
  const report = (thrown: unknown) => queueMicrotask(() => onError(thrown))

  function guard<Answer>(run: () => Answer, otherwise: Answer): Answer {
    try {
      return run()
    } catch (thrown) {
      report(thrown)
      return otherwise
    }
  }

  function emit(event: JobEvent, to: Iterable<Member> = members): void {
    if (event.type === 'connected') isUp = true
    if (event.type === 'disconnected') isUp = false
    for (const member of [...to]) {
      // one listener may have removed another, or all of them
      if (members.has(member)) guard(() => member(event), undefined)
    }
  }

  const wait = (askedMs: number) =>
    setTimer(start, reconnectDelay(options, failures, Math.max(retryMs, askedMs)))

  function start(): void {
    // nothing to wait for but the network's return
    if (!network.isOnline()) return
    const controller = new AbortController()
    const { signal } = controller
    const lose = () => end(0)

    function end(how: Ending): void {
      if (signal.aborted) return
      endAttempt = null
      cancelTimer()
      cancelGoodTimer()
      failures += 1
      ending = how
      if (how !== null) wait(how)
      controller.abort()
      if (isUp) emit({ type: 'disconnected' })
    }

    const awaitSign = () => {
      if (!signal.aborted) setTimer(lose, heartbeatTimeoutMs ?? MAX_TIMEOUT_MS)
    }

    endAttempt = end
    awaitSign()
    const attempt: Attempt<Message> = {
      scope,
      signal,
      report,
      open(isResumed) {
        if (signal.aborted) return
        awaitSign()
        cancelGoodTimer = schedule(() => {
          failures = -1
        }, GOOD_AFTER_MS)
        const hasGap = wasOpen && !isResumed
        wasOpen = true
        emit({ type: 'connected' })
        if (hasGap) emit({ type: 'stale' })
      },
      alive: awaitSign,
      receive(message) {
        if (signal.aborted) return
        const news = guard<ReturnType<typeof options.parse>>(() => options.parse(message, scope), {
          type: 'stale',
        })
        for (const event of [news ?? []].flat()) emit(event)
      },
      setRetry(asked) {
        retryMs = asked
      },
    }
    // later, because a page may leave as soon as it has come (React's strict mode does)
    Promise.resolve()
      .then(() => (signal.aborted ? 0 : connect(attempt)))
      .then(end, (thrown) => {
        if (!signal.aborted) report(thrown)
        lose()
      })
  }

  function onNetworkChange(): void {
    // the machine may come back with another address, and a dead connection does not say so
    if (!network.isOnline()) endAttempt?.(0)
    else if (endAttempt === null && ending !== null) {
      failures = 0
      wait(ending)
    }
  }

  return (listener) => {
    const member: Member = (event) => listener(event)
    if (members.add(member).size === 1) leaveNetwork = network.subscribe(onNetworkChange)
    if (ending === null) {
      ending = 0
      failures = 0
      start()
    } else if (isUp) {
      // not at once: the caller does not have its way out yet
      queueMicrotask(() => {
        if (isUp) emit({ type: 'connected' }, [member])
      })
    }
    return () => {
      if (!members.delete(member) || members.size > 0) return
      leaveNetwork()
      endAttempt?.(null)
      cancelTimer()
      onEmpty()
    }
  }
}

/** Runs something after a wait; the answer calls it off. */
export function byTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}

function logError(thrown: unknown): void {
  console.error('[react-export-jobs]', thrown)
}
