/** Compares ids: numbers by size, other texts letter by letter. */
export function compareIds(left: string, right: string): number {
  const difference = Number(left) - Number(right)
  return Number.isNaN(difference) || difference === 0 ? compareTexts(left, right) : difference
}

/** Compares texts letter by letter, by code unit, as a database without a collation does. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
