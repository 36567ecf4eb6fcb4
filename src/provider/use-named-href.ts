import { useMemo } from 'react'

type Ask<Args extends readonly unknown[]> = (...args: Args) => string

/** What a host's function throws while we render says nothing of where it came from. */
export function useNamedHref<Args extends readonly unknown[]>(
  name: string,
  ask: Ask<Args> | undefined,
): Ask<Args> | undefined {
  return useMemo(() => {
    if (ask === undefined) return undefined
    return (...args) => {
      try {
        return ask(...args)
      } catch (cause) {
        const remedy =
          process.env.NODE_ENV === 'production'
            ? '.'
            : ', so there is no link to draw. Let it return an address whatever it is asked.'
        throw new Error(`[react-export-jobs] ${name} threw${remedy}`, { cause })
      }
    }
  }, [name, ask])
}
