/** Joins class names; what is empty is left out. */
export function cx(...classes: readonly (string | undefined | false)[]): string {
  return classes.filter(Boolean).join(' ')
}
