import { useCallback, useLayoutEffect, useRef } from 'react'
import { isDeepEqual } from './deep-equal.js'

/** `useLayoutEffect` warns on the server, where nothing is laid out. */
export const useIsomorphicLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? () => {} : useLayoutEffect

/**
 * Keeps the former value while the new one holds the same, however deep, so that hosts may write
 * objects inline. Functions are the same only when they are the same function.
 */
export function useStableValue<T>(value: T): T {
  const ref = useRef(value)
  if (!isDeepEqual(ref.current, value)) ref.current = value
  return ref.current
}

/** A function that stays the same and calls the latest one; not to be called while rendering. */
export function useStableCallback<Args extends readonly unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const ref = useRef(callback)
  useIsomorphicLayoutEffect(() => {
    ref.current = callback
  })
  return useCallback((...args: Args) => ref.current(...args), [])
}
