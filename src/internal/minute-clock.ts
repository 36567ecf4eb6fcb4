import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
const listeners = new Set<() => void>()
let minute = 0
let timer: ReturnType<typeof setInterval> | null = null

function tick(): void {
  const next = currentMinute()
  if (next === minute) return
  minute = next
  for (const listener of listeners) listener()
}

function currentMinute(): number {
  return Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS
}

/**
 * Listens to the page's one shared clock, which ticks once a minute while somebody listens.
 *
 * @returns A function that stops listening.
 */
export function subscribeMinute(listener: () => void): () => void {
  if (listeners.size === 0) {
    minute = currentMinute()
    timer = setInterval(tick, 5_000)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** The present minute's first instant in epoch milliseconds, on this machine's clock. */
export function readMinute(): number {
  return timer === null ? currentMinute() : minute
}

/**
 * The present minute's first instant in epoch milliseconds; `null` on the server and while hydrating.
 * Only leaves that show a relative time may use it: they render once a minute.
 */
export function useMinute(): number | null {
  return useSyncExternalStore<number | null>(subscribeMinute, readMinute, () => null)
}
