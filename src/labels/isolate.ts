/**
 * Keeps a text that may run the other way to itself, so that it does not pull the words, numbers and
 * marks around it out of order: for languages that run from right to left, where names and paths
 * mostly do not.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
