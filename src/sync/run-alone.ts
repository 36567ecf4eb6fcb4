import type { TabLock } from './tab-lock.js'

/** Runs something while no other window runs anything under the same name. */
export type RunAlone = <T>(run: () => T) => Promise<T>

/**
 * How long a lock is kept after the last run: what was written reaches another process by another way
 * than the lock, and may come later.
 */
const LINGER_MS = 200

/**
 * Makes a runner for one name. What one window has written to storage is seen by the next one that
 * runs; several runs of one window keep their order and do not wait for one another.
 */
export function createRunAlone(lock: TabLock, name: string): RunAlone {
  let waiting: readonly (() => void)[] = []
  let isHeld = false
  let letGo = () => {}
  let lingering: ReturnType<typeof setTimeout> | undefined

  function runAll(): void {
    const due = waiting
    waiting = []
    for (const run of due) run()
    clearTimeout(lingering)
    lingering = setTimeout(() => {
      isHeld = false
      letGo()
    }, LINGER_MS)
  }

  function ask(): void {
    letGo = lock.hold(name, {
      steal: false,
      onHeld() {
        isHeld = true
        runAll()
      },
      onLost() {
        isHeld = false
      },
    })
  }

  return (run) =>
    new Promise((resolve, reject) => {
      const settle = () => {
        try {
          resolve(run())
        } catch (thrown) {
          reject(thrown)
        }
      }
      waiting = [...waiting, settle]
      if (isHeld) runAll()
      else if (waiting.length === 1) ask()
    })
}
