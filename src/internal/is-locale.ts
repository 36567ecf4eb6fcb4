/** Tells whether a text is a BCP 47 language, so that `Intl` takes it. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
