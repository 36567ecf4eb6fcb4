import { cleanSegment, SEPARATORS } from '../core/safe-path.js'

/**
 * Makes a suggested file name safe: no path parts, no control, bidirectional or invisible characters,
 * no reserved names or characters, no trailing dots or spaces.
 *
 * @returns The cleaned name, or `null` when nothing is left of it.
 */
export function cleanFilename(name: string): string | null {
  const last =
    name
      .replace(/\p{Cc}/gu, '')
      .split(SEPARATORS)
      .at(-1) ?? ''
  const cleaned = cleanSegment(last)
  return cleaned === '_' ? null : cleaned
}
