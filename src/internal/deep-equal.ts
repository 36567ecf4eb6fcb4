/** Tells whether two values are the same, however deep; functions by identity. */
export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isDeepEqual(Reflect.get(a, key), Reflect.get(b, key)))
  )
}
