import { type ExportJobsErrorCode, isExportJobsError } from '../core/errors.js'

/** Fails a case unless something holds. */
export function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(`[react-export-jobs] The client breaks its contract: ${message}`)
}

/** Fails a case whose backend lacks what it needs. */
export function need<Value>(value: Value | null | undefined, what: string): Value {
  if (value !== null && value !== undefined) return value
  throw new Error(
    `[react-export-jobs] The client cannot be judged: its backend needs ${what}. Seed it so.`,
  )
}

/** Fails a case unless a promise rejects with an `ExportJobsError` of one of these codes. */
export async function assertRejects(
  promise: Promise<unknown>,
  codes: readonly ExportJobsErrorCode[],
  what: string,
): Promise<void> {
  const thrown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  assert(thrown !== null, `${what} should reject with ${codes.join(' or ')}, but it resolved.`)
  assert(
    isExportJobsError(thrown),
    `${what} should reject with an ExportJobsError, but it rejected with ${String(thrown)}.`,
  )
  assert(
    codes.includes(thrown.code),
    `${what} should reject with ${codes.join(' or ')}, but its code is ${thrown.code}.`,
  )
}

/** Fails a case unless a value survives JSON, so that it can be cached and dehydrated. */
export function assertPlain(value: unknown, path: string): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    assert(Number.isFinite(value), `${path} must be a finite number, got ${value}.`)
    return
  }
  assert(typeof value === 'object', `${path} must be plain JSON, got ${typeof value}.`)
  if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      assertPlain(entry, `${path}[${index}]`)
    })
    return
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  assert(
    prototype === Object.prototype || prototype === null,
    `${path} must be a plain object, got ${value.constructor?.name ?? 'another'}.`,
  )
  for (const [key, entry] of Object.entries(value)) {
    // optional fields may be left out by giving `undefined`, which JSON leaves out too
    if (entry !== undefined) assertPlain(entry, `${path}.${key}`)
  }
}

/** Fails a case unless two values hold the same JSON. */
export function assertSame(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)]
  assert(left === right, `${what}: expected ${right}, got ${left}.`)
}
