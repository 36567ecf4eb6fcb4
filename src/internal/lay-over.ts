/** Lays members over others; one that is `undefined` is not given. */
export function layOver<T extends object>(lower: T | undefined, upper: T | undefined): T {
  const given = Object.entries(upper ?? {}).filter(([, value]) => value !== undefined)
  return Object.assign({}, lower, Object.fromEntries(given))
}
