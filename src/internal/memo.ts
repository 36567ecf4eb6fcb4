/** So many results are kept: a page of 200 rows has several instants each. */
const MOST_KEPT = 1_000

/** Keeps what a function without side effects gave for a text; all is forgotten when it comes to 1,000. */
export function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    if (made.size >= MOST_KEPT) made.clear()
    made.set(key, value)
    return value
  }
}
