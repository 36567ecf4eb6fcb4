/**
 * Keeps the former object while the new one says the same, and within it every member that says the
 * same, so that a store's snapshot changes only when there is something to draw.
 */
export function shareState<T extends object>(previous: T | undefined, next: T): T {
  if (previous === undefined) return next
  const shared: T = { ...next }
  let isSame = true
  for (const key of Object.keys(next)) {
    const former: unknown = Reflect.get(previous, key)
    if (isEqual(former, Reflect.get(next, key))) Reflect.set(shared, key, former)
    else isSame = false
  }
  return isSame ? previous : shared
}

/** A host's own values are compared by identity: they may go round in a circle. */
const MAX_DEPTH = 4

/** Tells whether two plain values say the same. */
export function isEqual(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (depth === MAX_DEPTH || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  const isPlain = Array.isArray(a) || Object.getPrototypeOf(a) === Object.prototype
  const keys = Object.keys(a)
  if (!isPlain || keys.length !== Object.keys(b).length) return false
  return keys.every((key) => isEqual(Reflect.get(a, key), Reflect.get(b, key), depth + 1))
}
