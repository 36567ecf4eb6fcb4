import { useCallback, useLayoutEffect, useRef } from 'react'
import { isShallowEqual } from './shallow-equal.js'

/** `useLayoutEffect` warns on the server, where nothing is laid out. */
export const useIsomorphicLayoutEffect: typeof useLayoutEffect =
  typeof document === 'undefined' ? () => {} : useLayoutEffect

/**
 * Keeps the former object while the new one holds the same values (one level deep), so that hosts may
 * write objects inline.
 */
export function useShallowStable<T extends object | undefined>(value: T): T {
  const ref = useRef(value)
  if (!isShallowEqual(ref.current, value)) ref.current = value
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
