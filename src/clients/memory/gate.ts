import type { RequestOptions } from '../../core/client.js'
import { ExportJobsError, type ExportJobsErrorCode } from '../../core/errors.js'
import type { MemoryCall, MemoryMethod } from './options.js'

/** Where every call passes: it is logged, failed or held there. */
export interface Gate {
  /** The calls so far. */
  readonly calls: readonly MemoryCall[]
  /** Makes the next call of a method reject. */
  failNext(method: MemoryMethod, error: ExportJobsError | ExportJobsErrorCode): void
  /** Holds back a method's answers until the returned function is called. */
  hold(method: MemoryMethod): () => void
  /** Runs one call's work, unless it is to fail, and delivers its answer. */
  pass<Result>(
    method: MemoryMethod,
    args: readonly unknown[],
    options: RequestOptions,
    work: () => Result,
  ): Promise<Result>
}

/** Makes a gate. */
export function createGate(): Gate {
  const calls: MemoryCall[] = []
  const failures: { method: MemoryMethod; error: ExportJobsError }[] = []
  const holds = new Map<MemoryMethod, Set<Promise<void>>>()

  function takeFailure(method: MemoryMethod): ExportJobsError | null {
    const index = failures.findIndex((failure) => failure.method === method)
    return index === -1 ? null : (failures.splice(index, 1)[0]?.error ?? null)
  }

  return {
    calls,
    failNext(method, error) {
      const given =
        typeof error === 'string'
          ? new ExportJobsError(error, { message: `${method} was made to fail.` })
          : error
      failures.push({ method, error: given })
    },
    hold(method) {
      const active = holds.get(method) ?? new Set()
      holds.set(method, active)
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      active.add(held)
      return () => {
        active.delete(held)
        release()
      }
    },
    async pass(method, args, { scope, signal }, work) {
      calls.push({ method, args, scope })
      if (signal.aborted) throw abortedError(method)
      const waits = [...(holds.get(method) ?? [])]
      const failure = takeFailure(method)
      const answer = failure === null ? settle(work) : { error: failure }
      await untilReleased(waits, signal, method)
      if ('error' in answer) throw answer.error
      return answer.value
    },
  }
}

function settle<Result>(work: () => Result): { value: Result } | { error: unknown } {
  try {
    return { value: work() }
  } catch (error) {
    return { error }
  }
}

async function untilReleased(
  waits: readonly Promise<void>[],
  signal: AbortSignal,
  method: MemoryMethod,
): Promise<void> {
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(abortedError(method))
  })
  signal.addEventListener('abort', abort)
  try {
    await Promise.race([Promise.all(waits), aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
  if (signal.aborted) throw abortedError(method)
}

function abortedError(method: MemoryMethod): ExportJobsError {
  return new ExportJobsError('aborted', { message: `${method} was aborted by its caller.` })
}
