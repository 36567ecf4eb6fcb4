/**
 * Replaces lone surrogates by U+FFFD, as URLs do, so that a text is the same before and after its
 * trip through one. (`String.prototype.toWellFormed` is younger than the browsers we serve.)
 */
export function toWellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
