import { useRef } from 'react'

/**
 * Keeps the former value while the new one holds the same, however deep, so that hosts may write
 * words inline. Functions are the same only when they are the same function.
 */
export function useStableValue<T>(value: T): T {
  const ref = useRef(value)
  if (!isEqual(ref.current, value)) ref.current = value
  return ref.current
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isEqual(Reflect.get(a, key), Reflect.get(b, key)))
  )
}
